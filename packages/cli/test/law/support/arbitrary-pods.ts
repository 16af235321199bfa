import fc from 'fast-check';
import { annotations, image, key, labels, name, text } from './arbitrary-texts.ts';

/** For `fc.record`: every field may be missing. */
export const optional = { noNullPrototype: true, requiredKeys: [] as [] };

const env = fc.uniqueArray(fc.record({ name: fc.constantFrom('A', 'B', 'C', 'D', 'no', '5'), value: text }), {
  maxLength: 5,
  selector: (element) => element.name,
});
const ports = fc.array(
  fc.record(
    {
      name: fc.constantFrom('http', 'dns'),
      containerPort: fc.constantFrom(80, 53),
      protocol: fc.constantFrom('TCP', 'UDP'),
    },
    { noNullPrototype: true, requiredKeys: ['containerPort'] },
  ),
  { maxLength: 3 },
);
const mounts = fc.array(
  fc.record({ name: fc.constantFrom('v', 'w'), mountPath: fc.constantFrom('/v', '/w', '/x') }),
  { maxLength: 3 },
);
const container = fc.record(
  {
    name: fc.constantFrom('api', 'web', 'side'),
    image,
    args: fc.array(text, { maxLength: 3 }),
    env,
    ports,
    volumeMounts: mounts,
    resources: fc.dictionary(
      fc.constantFrom('limits', 'requests'),
      fc.dictionary(fc.constantFrom('cpu', 'memory'), fc.constantFrom('1', '100m', '1Gi')),
      { maxKeys: 2 },
    ),
    securityContext: fc.constantFrom({}, { runAsNonRoot: true }),
  },
  { noNullPrototype: true, requiredKeys: ['name', 'image'] },
);
const containers = fc.uniqueArray(container, {
  minLength: 1,
  maxLength: 3,
  selector: (element) => element.name,
});
const volumes = fc.uniqueArray(
  fc.oneof(
    fc.record({ name: fc.constantFrom('v', 'w'), emptyDir: fc.constant({}) }),
    fc.record({ name: fc.constantFrom('v', 'w'), configMap: fc.record({ name }) }),
  ),
  { maxLength: 2, selector: (element) => element.name },
);
export const pod = fc.record(
  {
    containers,
    initContainers: containers,
    volumes,
    serviceAccountName: name,
    nodeSelector: fc.dictionary(key, text, { maxKeys: 2 }),
    imagePullSecrets: fc.array(fc.record({ name }), { maxLength: 2 }),
    topologySpreadConstraints: fc.array(
      fc.record({ topologyKey: fc.constantFrom('zone', 'host'), maxSkew: fc.constantFrom(1, 2) }),
      { maxLength: 2 },
    ),
    tolerations: fc.array(fc.record({ key: text }), { maxLength: 2 }),
  },
  { noNullPrototype: true, requiredKeys: ['containers'] },
);
export const template = fc.record(
  { metadata: fc.record({ labels, annotations }, optional), spec: pod },
  { noNullPrototype: true, requiredKeys: ['spec'] },
);
export const selector = fc.record({ matchLabels: labels });
