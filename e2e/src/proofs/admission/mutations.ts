import type { KubernetesObject } from '@seatrial/compiler';

/** One way to make an object that policies may refuse. */
export interface Mutation {
  /** `an image with the tag latest`. */
  readonly name: string;
  readonly mutate: (object: KubernetesObject) => KubernetesObject;
}

type Fields = Readonly<Record<string, unknown>>;

/** What is tried on objects of any kind: each label is left out, and given a value that no rule expects. */
export function labelMutations(object: KubernetesObject): Mutation[] {
  const labels = object.metadata.labels ?? {};
  const withLabels = (changed: Readonly<Record<string, string>>) => (one: KubernetesObject) => ({
    ...one,
    metadata: { ...one.metadata, labels: changed },
  });
  return Object.keys(labels).flatMap((key) => {
    const { [key]: _removed, ...others } = labels;
    return [
      { name: `no label ${key}`, mutate: withLabels(others) },
      { name: `the label ${key}: Unheard_Of`, mutate: withLabels({ ...labels, [key]: 'Unheard_Of' }) },
    ];
  });
}

/** What is tried on pods, by themselves or inside of a workload. */
export const podMutations: readonly Mutation[] = [
  { name: 'an image with the tag latest', mutate: onImage((name) => `${name}:latest`) },
  { name: 'an image without a tag', mutate: onImage((name) => name) },
  { name: 'an image of another registry', mutate: onImage(() => 'registry.example/unheard-of:1.0.0') },
  { name: 'the network of its node', mutate: onPod((pod) => ({ ...pod, hostNetwork: true })) },
  { name: 'the processes of its node', mutate: onPod((pod) => ({ ...pod, hostPID: true })) },
  {
    name: 'a privileged container',
    mutate: onSecurity({ privileged: true, allowPrivilegeEscalation: true }),
  },
  { name: 'escalation of privileges', mutate: onSecurity({ allowPrivilegeEscalation: true }) },
  { name: 'a container as root', mutate: onSecurity({ runAsNonRoot: false, runAsUser: 0 }) },
  { name: 'a writable root file system', mutate: onSecurity({ readOnlyRootFilesystem: false }) },
  { name: 'no resources', mutate: onContainer(({ resources: _none, ...container }) => container) },
  {
    name: 'no probes',
    mutate: onContainer(({ readinessProbe: _r, livenessProbe: _l, startupProbe: _s, ...rest }) => rest),
  },
  { name: 'no service account', mutate: noServiceAccount },
  {
    name: 'a folder of its node',
    mutate: onPod((pod) => ({ ...pod, volumes: [{ name: 'node', hostPath: { path: '/' } }] })),
  },
];

/** Runs as the account that its namespace has anyway. */
export function noServiceAccount(object: KubernetesObject): KubernetesObject {
  return onPod(({ serviceAccountName: _none, ...pod }) => pod)(object);
}

/** What is tried on single kinds. */
export const kindMutations: Readonly<Record<string, readonly Mutation[]>> = {
  Deployment: [{ name: 'one replica', mutate: onSpec((spec) => ({ ...spec, replicas: 1 })) }],
  Service: [
    { name: 'the type LoadBalancer', mutate: onSpec((spec) => ({ ...spec, type: 'LoadBalancer' })) },
    { name: 'the type NodePort', mutate: onSpec((spec) => ({ ...spec, type: 'NodePort' })) },
  ],
  Ingress: [{ name: 'no TLS', mutate: onSpec(({ tls: _none, ...spec }) => spec) }],
};

function onSpec(change: (spec: Fields) => Fields): Mutation['mutate'] {
  return (object) => ({ ...object, spec: change((object['spec'] ?? {}) as Fields) });
}

/** The spec of the pods of an object, wherever it stands; other objects stay as they are. */
function onPod(change: (pod: Fields) => Fields): Mutation['mutate'] {
  const inTemplate = (spec: Fields): Fields => {
    const template = spec['template'] as Fields;
    return { ...spec, template: { ...template, spec: change(template['spec'] as Fields) } };
  };
  return (object) => {
    if (object.kind === 'Pod') return onSpec(change)(object);
    return onSpec((spec) => {
      if (!('jobTemplate' in spec)) return 'template' in spec ? inTemplate(spec) : spec;
      const job = spec['jobTemplate'] as Fields;
      return { ...spec, jobTemplate: { ...job, spec: inTemplate(job['spec'] as Fields) } };
    })(object);
  };
}

function onContainer(change: (container: Fields) => Fields): Mutation['mutate'] {
  return onPod((pod) => {
    const [first = {}, ...others] = (pod['containers'] ?? []) as readonly Fields[];
    return { ...pod, containers: [change(first), ...others] };
  });
}

function onSecurity(fields: Fields): Mutation['mutate'] {
  return onContainer((container) => ({
    ...container,
    securityContext: { ...(container['securityContext'] as Fields | undefined), ...fields },
  }));
}

function onImage(change: (name: string) => string): Mutation['mutate'] {
  return onContainer((container) => ({
    ...container,
    image: change(
      String(container['image'])
        .replace(/@.*$/u, '')
        .replace(/:[^:/]*$/u, ''),
    ),
  }));
}
