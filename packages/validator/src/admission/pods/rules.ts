import { wellFormedAnnotations } from '../every-object/well-formed-annotations.ts';
import { wellFormedLabels } from '../every-object/well-formed-labels.ts';
import { dnsLabel, portName, qualifiedName, storageDriver, subdomain } from '../formats/names.ts';
import { at, below, type Placed } from '../rule.ts';
import { exactlyOneOf, oneOf } from '../values/allowed-word.ts';
import { atLeast, between, fileMode, noNegativeQuantity, unixId } from '../values/number-in-range.ts';
import { innerPath, straightPath } from '../values/inner-path.ts';
import { optionalPortNumber, portNumber, portNumberOrName } from '../values/port.ts';
import {
  preferredNodeRequirements,
  wellFormedNodeRequirements,
  wellFormedSelector,
} from '../values/well-formed-selector.ts';
import { needs } from '../values/present-fields.ts';
import { exactly, written } from '../values/well-formed-text.ts';
import { claimSpec } from '../kinds/claims.ts';
import { consistentSecurity } from './consistent-security.ts';
import { fittingResources } from './fitting-resources.ts';
import { freePorts } from './free-ports.ts';
import { readableImage } from './image-reference.ts';
import { noHiddenVariables } from './no-hidden-variables.ts';
import { namedVolumes } from './named-volumes.ts';
import { oneHandler } from './one-handler.ts';
import { possiblePlacement } from './possible-placement.ts';
import { uniqueContainers } from './unique-containers.ts';
import { searchDomain, usableDns } from './usable-dns.ts';
import { usefulTolerations } from './useful-tolerations.ts';
import { wellFormedEnvironment } from './well-formed-environment.ts';

const protocol = oneOf('TCP', 'UDP', 'SCTP');
const effects = oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute');
const relative = innerPath({ reserved: false });
const ofFile = innerPath({ reserved: true });

const probe: readonly Placed[] = [
  ...[
    'initialDelaySeconds',
    'timeoutSeconds',
    'periodSeconds',
    'successThreshold',
    'failureThreshold',
  ].flatMap((name) => at(name, atLeast(0))),
  ...at('grpc.port', portNumber),
];

const handler: readonly Placed[] = [
  ...at('httpGet.port', portNumberOrName),
  ...at('httpGet.scheme', oneOf('HTTP', 'HTTPS')),
  ...at(
    'httpGet.httpHeaders.*.name',
    written({ what: 'letters, digits and "-"', accepts: (text) => /^[-A-Za-z0-9]+$/.test(text) }),
  ),
  ...at('tcpSocket.port', portNumberOrName),
];

const seccomp = at('seccompProfile.type', exactlyOneOf('Localhost', 'RuntimeDefault', 'Unconfined'));
const appArmor = at('appArmorProfile.type', exactlyOneOf('Localhost', 'RuntimeDefault', 'Unconfined'));
const ids = [...at('runAsUser', unixId), ...at('runAsGroup', unixId)];

const container: readonly Placed[] = [
  ...at('image', readableImage),
  ...at('imagePullPolicy', oneOf('Always', 'IfNotPresent', 'Never')),
  ...at('terminationMessagePolicy', oneOf('File', 'FallbackToLogsOnError')),
  ...at('ports.*.name', written(portName)),
  ...at('ports.*.containerPort', portNumber),
  ...at('ports.*.hostPort', optionalPortNumber),
  ...at('ports.*.protocol', protocol),
  ...at('volumeMounts.*.subPath', relative),
  ...at('volumeMounts.*.subPathExpr', relative),
  ...at('volumeMounts.*.mountPropagation', exactlyOneOf('None', 'HostToContainer', 'Bidirectional')),
  ...at('volumeMounts.*.recursiveReadOnly', exactlyOneOf('Disabled', 'IfPossible', 'Enabled')),
  ...at('volumeDevices.*', needs('devicePath')),
  ...at('volumeDevices.*.devicePath', straightPath),
  ...at('resizePolicy.*.resourceName', exactlyOneOf('cpu', 'memory')),
  ...at('resizePolicy.*.restartPolicy', exactlyOneOf('NotRequired', 'RestartContainer')),
  ...['livenessProbe', 'readinessProbe', 'startupProbe'].flatMap((name) =>
    below(name, [...probe, ...handler]),
  ),
  ...['lifecycle.postStart', 'lifecycle.preStop'].flatMap((name) => below(name, handler)),
  ...below('securityContext', [...seccomp, ...appArmor, ...ids]),
  ...at('securityContext.procMount', exactlyOneOf('Default', 'Unmasked')),
];

const keys = (path: string): readonly Placed[] => [
  ...at(`${path}.defaultMode`, fileMode),
  ...at(`${path}.items.*.mode`, fileMode),
  ...at(`${path}.items.*`, needs(...(path === 'downwardAPI' ? ['path'] : ['key', 'path']))),
  ...at(`${path}.items.*.path`, ofFile),
];

const volume: readonly Placed[] = [
  ...at('emptyDir.sizeLimit', noNegativeQuantity),
  ...at('configMap', needs('name')),
  ...at('secret', needs('secretName')),
  ...at('persistentVolumeClaim', needs('claimName')),
  ...at('ephemeral', needs('volumeClaimTemplate')),
  ...at('ephemeral.volumeClaimTemplate', needs('spec')),
  ...at('hostPath', needs('path')),
  ...at('nfs', needs('server', 'path')),
  ...at('csi', needs('driver')),
  ...at('csi.driver', written(storageDriver)),
  ...at('projected.sources.*.configMap', needs('name')),
  ...at('projected.sources.*.secret', needs('name')),
  ...['configMap', 'secret', 'downwardAPI'].flatMap(keys),
  ...at('projected.defaultMode', fileMode),
  ...['configMap', 'secret', 'downwardAPI'].flatMap((source) => below('projected.sources.*', keys(source))),
  ...at('projected.sources.*.serviceAccountToken.expirationSeconds', between(600, 4_294_967_296)),
  ...at('projected.sources.*.serviceAccountToken', needs('path')),
  ...at('projected.sources.*.serviceAccountToken.path', ofFile),
  ...at(
    'hostPath.type',
    oneOf('DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'),
  ),
  ...at('hostPath.path', straightPath),
  ...below('ephemeral.volumeClaimTemplate.spec', claimSpec),
];

const podAffinityTerm: readonly Placed[] = [
  ...at('labelSelector', wellFormedSelector),
  ...at('namespaceSelector', wellFormedSelector),
  ...at('namespaces.*', written(dnsLabel)),
];

const requiredNodeTerm = at('matchExpressions', wellFormedNodeRequirements);
const preferredNodeTerm = at('matchExpressions', preferredNodeRequirements);
const required = 'requiredDuringSchedulingIgnoredDuringExecution';
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution';

const affinity: readonly Placed[] = [
  ...below(`nodeAffinity.${required}.nodeSelectorTerms.*`, requiredNodeTerm),
  ...below(`nodeAffinity.${preferred}.*.preference`, preferredNodeTerm),
  ...['podAffinity', 'podAntiAffinity'].flatMap((kind) => [
    ...below(`${kind}.${required}.*`, podAffinityTerm),
    ...below(`${kind}.${preferred}.*.podAffinityTerm`, podAffinityTerm),
  ]),
];

/** What holds for the spec of a pod wherever it stands, but for its volumes and host name. */
const anyPodSpec: readonly Placed[] = [
  ...at('', uniqueContainers, oneHandler, wellFormedEnvironment, fittingResources, freePorts),
  ...at('', noHiddenVariables, possiblePlacement, consistentSecurity, usableDns),
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
  ...at('topologySpreadConstraints.*.nodeAffinityPolicy', exactlyOneOf('Honor', 'Ignore')),
  ...at('topologySpreadConstraints.*.nodeTaintsPolicy', exactlyOneOf('Honor', 'Ignore')),
  ...at('activeDeadlineSeconds', between(1, 2_147_483_647)),
  ...at('nodeSelector', wellFormedLabels),
  ...at('hostAliases.*', needs('ip')),
  ...at('hostAliases.*.hostnames.*', exactly(subdomain)),
  ...at('dnsConfig.searches.*', searchDomain),
  ...at('serviceAccountName', written(subdomain)),
  ...at('priorityClassName', written(subdomain)),
  ...at('runtimeClassName', written(subdomain)),
  ...at('readinessGates.*.conditionType', written(qualifiedName)),
  ...at('schedulingGates.*.name', written(qualifiedName)),
  ...below('securityContext', [...seccomp, ...appArmor, ...ids]),
  ...at('securityContext.fsGroup', unixId),
  ...at('securityContext.supplementalGroups.*', unixId),
  ...at('securityContext.fsGroupChangePolicy', exactlyOneOf('OnRootMismatch', 'Always')),
];

export const podSpec: readonly Placed[] = [
  ...anyPodSpec,
  ...at('', namedVolumes),
  ...at('hostname', written(dnsLabel)),
  ...at('subdomain', written(dnsLabel)),
];

const templateMetadata: readonly Placed[] = [
  ...at('metadata.labels', wellFormedLabels),
  ...at('metadata.annotations', wellFormedAnnotations),
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
