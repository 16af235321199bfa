import { usefulTolerations } from '../pods/useful-tolerations.ts';
import { wellFormedLabels } from '../every-object/well-formed-labels.ts';
import { dnsLabel, domainPath, pathSegment, qualifiedName, subdomain } from '../formats/names.ts';
import { at, type Placed } from '../rule.ts';
import { exactlyOneOf, oneOf } from '../values/allowed-word.ts';
import { atLeast, between, noNegativeQuantity } from '../values/number-in-range.ts';
import { portNumber } from '../values/port.ts';
import { needs } from '../values/present-fields.ts';
import { exactly, written } from '../values/well-formed-text.ts';
import { apiService } from './api-service.ts';
import { classParameters } from './class-parameters.ts';
import { sliceAddresses, subsetAddresses } from './endpoint-addresses.ts';

/** The kinds that stand behind others: what serves an Ingress, a Service, a pod, a volume or an API. */
export const serving: Readonly<Record<string, readonly Placed[]>> = {
  'networking.k8s.io/IngressClass': [
    ...at('', needs('spec')),
    ...at('spec', needs('controller')),
    ...at('spec.controller', written(domainPath)),
    ...at('spec.parameters', classParameters, needs('kind', 'name')),
    ...at('spec.parameters.apiGroup', exactly(subdomain)),
    ...at('spec.parameters.kind', written(pathSegment)),
    ...at('spec.parameters.name', written(pathSegment)),
    ...at('spec.parameters.namespace', exactly(dnsLabel)),
    ...at('spec.parameters.scope', exactlyOneOf('Cluster', 'Namespace')),
  ],
  'node.k8s.io/RuntimeClass': [
    ...at('handler', exactly(dnsLabel)),
    ...at('overhead.podFixed.*', noNegativeQuantity),
    ...at('scheduling.nodeSelector', wellFormedLabels),
    ...at('scheduling.tolerations', usefulTolerations),
    ...at('scheduling.tolerations.*.operator', oneOf('Equal', 'Exists')),
    ...at('scheduling.tolerations.*.effect', oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute')),
  ],
  'storage.k8s.io/CSIDriver': [
    ...at('spec.volumeLifecycleModes.*', exactlyOneOf('Persistent', 'Ephemeral')),
    ...at('spec.fsGroupPolicy', exactlyOneOf('ReadWriteOnceWithFSType', 'File', 'None')),
    ...at('spec.tokenRequests.*.expirationSeconds', between(600, 4_294_967_296)),
  ],
  '/Endpoints': [
    ...at('', subsetAddresses),
    ...at('subsets.*.addresses.*.hostname', written(dnsLabel)),
    ...at('subsets.*.notReadyAddresses.*.hostname', written(dnsLabel)),
    ...at('subsets.*.ports.*.name', written(dnsLabel)),
    ...at('subsets.*.ports.*.port', portNumber),
    ...at('subsets.*.ports.*.protocol', oneOf('TCP', 'UDP', 'SCTP')),
    ...at('subsets.*.ports.*.appProtocol', exactly(qualifiedName)),
  ],
  'discovery.k8s.io/EndpointSlice': [
    ...at('', sliceAddresses),
    ...at('addressType', exactlyOneOf('IPv4', 'IPv6', 'FQDN')),
    ...at('endpoints.*.hostname', exactly(dnsLabel)),
    ...at('ports.*.name', written(dnsLabel)),
    ...at('ports.*.protocol', exactlyOneOf('TCP', 'UDP', 'SCTP')),
    ...at('ports.*.appProtocol', exactly(qualifiedName)),
  ],
  'apiregistration.k8s.io/APIService': [
    ...at('', apiService, needs('spec')),
    ...at('spec.groupPriorityMinimum', between(1, 20_000)),
    ...at('spec.versionPriority', between(1, 1000)),
    ...at('spec.service', needs('name', 'namespace')),
    ...at('spec.service.port', portNumber),
  ],
  'coordination.k8s.io/Lease': [
    ...at('spec.leaseDurationSeconds', atLeast(1)),
    ...at('spec.leaseTransitions', atLeast(0)),
  ],
};
