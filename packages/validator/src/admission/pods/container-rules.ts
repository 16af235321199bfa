import { portName } from '../formats/names.ts';
import { at, below, type Placed } from '../rule.ts';
import { exactlyOneOf, oneOf } from '../values/allowed-word.ts';
import { innerPath, straightPath } from '../values/inner-path.ts';
import { atLeast } from '../values/number-in-range.ts';
import { optionalPortNumber, portNumber, portNumberOrName } from '../values/port.ts';
import { needs } from '../values/present-fields.ts';
import { exactly, written } from '../values/well-formed-text.ts';
import { readableImage } from './image-reference.ts';
import { securityContext } from './security-rules.ts';

const relative = innerPath({ reserved: false });

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
    exactly({ what: 'letters, digits and "-"', accepts: (text) => /^[-A-Za-z0-9]+$/.test(text) }),
  ),
  ...at('tcpSocket.port', portNumberOrName),
];

/** A container of any of the lists of a pod. */
export const container: readonly Placed[] = [
  ...at('image', readableImage),
  ...at('imagePullPolicy', oneOf('Always', 'IfNotPresent', 'Never')),
  ...at('terminationMessagePolicy', oneOf('File', 'FallbackToLogsOnError')),
  ...at('ports.*.name', written(portName)),
  ...at('ports.*.containerPort', portNumber),
  ...at('ports.*.hostPort', optionalPortNumber),
  ...at('ports.*.protocol', oneOf('TCP', 'UDP', 'SCTP')),
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
  ...below('securityContext', securityContext),
  ...at('securityContext.procMount', exactlyOneOf('Default', 'Unmasked')),
];
