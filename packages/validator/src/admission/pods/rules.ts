import { wellFormedLabels } from '../every-object/well-formed-labels.ts';
import { dnsLabel, kernelSetting, qualifiedName, subdomain } from '../formats/names.ts';
import { at, below, type Placed } from '../rule.ts';
import { exactlyOneOf, oneOf } from '../values/allowed-word.ts';
import { between, unixId } from '../values/number-in-range.ts';
import { needs } from '../values/present-fields.ts';
import { wellFormedSelector } from '../values/well-formed-selector.ts';
import { exactly, written } from '../values/well-formed-text.ts';
import { affinity } from './affinity-rules.ts';
import { consistentSecurity } from './consistent-security.ts';
import { container } from './container-rules.ts';
import { downwardFields } from './downward-fields.ts';
import { fittingResources } from './fitting-resources.ts';
import { freePorts } from './free-ports.ts';
import { namedVolumes } from './named-volumes.ts';
import { noHiddenVariables } from './no-hidden-variables.ts';
import { oneHandler } from './one-handler.ts';
import { possiblePlacement } from './possible-placement.ts';
import { securityContext } from './security-rules.ts';
import { templateMetadata } from './template-metadata.ts';
import { uniqueContainers } from './unique-containers.ts';
import { searchDomain, usableDns } from './usable-dns.ts';
import { usefulTolerations } from './useful-tolerations.ts';
import { volume } from './volume-rules.ts';
import { wellFormedEnvironment } from './well-formed-environment.ts';

const effects = oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute');

/** What holds for the spec of a pod wherever it stands, but for its volumes and host name. */
const anyPodSpec: readonly Placed[] = [
  ...at('', uniqueContainers, oneHandler, wellFormedEnvironment, fittingResources, freePorts),
  ...at('', downwardFields, noHiddenVariables, possiblePlacement, consistentSecurity, usableDns),
  ...['containers', 'initContainers', 'ephemeralContainers'].flatMap((list) => below(`${list}.*`, container)),
  ...at('initContainers.*.restartPolicy', exactlyOneOf('Always', 'OnFailure', 'Never')),
  ...below('volumes.*', volume),
  ...below('affinity', affinity),
  ...at('restartPolicy', oneOf('Always', 'OnFailure', 'Never')),
  ...at('dnsPolicy', oneOf('ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None')),
  ...at('preemptionPolicy', exactlyOneOf('Never', 'PreemptLowerPriority')),
  ...at('os.name', exactlyOneOf('linux', 'windows')),
  ...at('tolerations', usefulTolerations),
  ...at('tolerations.*.operator', oneOf('Equal', 'Exists')),
  ...at('tolerations.*.effect', effects),
  ...at('topologySpreadConstraints.*.whenUnsatisfiable', exactlyOneOf('DoNotSchedule', 'ScheduleAnyway')),
  ...at('topologySpreadConstraints.*.labelSelector', wellFormedSelector),
  ...at('topologySpreadConstraints.*.matchLabelKeys.*', exactly(qualifiedName)),
  ...at('topologySpreadConstraints.*.nodeAffinityPolicy', exactlyOneOf('Honor', 'Ignore')),
  ...at('topologySpreadConstraints.*.nodeTaintsPolicy', exactlyOneOf('Honor', 'Ignore')),
  ...at('activeDeadlineSeconds', between(1, 2_147_483_647)),
  ...at('nodeSelector', wellFormedLabels),
  ...at('hostAliases.*', needs('ip')),
  ...at('hostAliases.*.hostnames.*', exactly(subdomain)),
  ...at('dnsConfig.searches.*', searchDomain),
  ...at('dnsConfig.options.*', needs('name')),
  ...at('serviceAccountName', written(subdomain)),
  ...at('priorityClassName', written(subdomain)),
  ...at('runtimeClassName', exactly(subdomain)),
  ...at('readinessGates.*.conditionType', exactly(qualifiedName)),
  ...at('schedulingGates.*.name', exactly(qualifiedName)),
  ...below('securityContext', securityContext),
  ...at('securityContext.fsGroup', unixId),
  ...at('securityContext.sysctls.*.name', exactly(kernelSetting)),
  ...at('securityContext.supplementalGroups.*', unixId),
  ...at('securityContext.fsGroupChangePolicy', exactlyOneOf('OnRootMismatch', 'Always')),
];

export const podSpec: readonly Placed[] = [
  ...anyPodSpec,
  ...at('', namedVolumes),
  ...at('hostname', written(dnsLabel)),
  ...at('subdomain', written(dnsLabel)),
];

export const podTemplate: readonly Placed[] = [
  ...at('', needs('spec')),
  ...templateMetadata,
  ...below('spec', podSpec),
];

/** In a StatefulSet the claim templates are volumes too, and host names are the controller's. */
export const podTemplateOfStatefulSet: readonly Placed[] = [
  ...at('', needs('spec')),
  ...templateMetadata,
  ...below('spec', anyPodSpec),
];
