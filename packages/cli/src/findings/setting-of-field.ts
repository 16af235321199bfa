/** A path of settings below a workload of the model: `['ingress', 'host']`. */
export type Setting = readonly string[];

type Rule = readonly [field: RegExp, setting: Setting];

const pod = '^/spec/template';
/** The workload's own container comes first; those beside it are sidecars. */
const main = `${pod}/spec/containers/0`;

const rules: Readonly<Record<string, readonly Rule[]>> = {
  Deployment: [
    [/^\/spec\/replicas/, ['replicas']],
    [/^\/spec\/strategy/, ['strategy']],
    [new RegExp(`${pod}/metadata/annotations`), ['podAnnotations']],
    [/^\/metadata\/annotations/, ['annotations']],
    [new RegExp(`${pod}/metadata/labels`), ['labels']],
    [/^\/metadata\/labels/, ['labels']],
    [new RegExp(`${main}/image$`), ['image']],
    [new RegExp(`${main}/imagePullPolicy`), ['imagePullPolicy']],
    [new RegExp(`${main}/command`), ['command']],
    [new RegExp(`${main}/args`), ['args']],
    [new RegExp(`${main}/envFrom`), ['environmentFrom']],
    [new RegExp(`${main}/env\\b`), ['environment']],
    [new RegExp(`${main}/resources`), ['resources']],
    [new RegExp(`${main}/ports`), ['ports']],
    [new RegExp(`${main}/startupProbe`), ['probes', 'startup']],
    [new RegExp(`${main}/readinessProbe`), ['probes', 'readiness']],
    [new RegExp(`${main}/livenessProbe`), ['probes', 'liveness']],
    [new RegExp(`${main}/volumeMounts`), ['volumes']],
    [new RegExp(`${main}/securityContext`), ['security']],
    [new RegExp(`${pod}/spec/containers`), ['sidecars']],
    [new RegExp(`${pod}/spec/initContainers`), ['initContainers']],
    [new RegExp(`${pod}/spec/volumes`), ['volumes']],
    [new RegExp(`${pod}/spec/securityContext`), ['security']],
    [new RegExp(`${pod}/spec/serviceAccountName`), ['serviceAccount']],
    [new RegExp(`${pod}/spec/imagePullSecrets`), ['imagePullSecrets']],
    [new RegExp(`${pod}/spec/terminationGracePeriodSeconds`), ['terminationGracePeriodSeconds']],
    [new RegExp(`${pod}/spec/topologySpreadConstraints`), ['topologySpread']],
  ],
  Service: [
    [/^\/spec\/ports/, ['ports']],
    [/^/, ['service']],
  ],
  Ingress: [
    [/^\/spec\/rules\/\d+\/host/, ['ingress', 'host']],
    [/^\/spec\/rules\/\d+\/http/, ['ingress', 'paths']],
    [/^\/spec\/tls/, ['ingress', 'tls']],
    [/^\/spec\/ingressClassName/, ['ingress', 'class']],
    [/^\/metadata\/annotations/, ['ingress', 'annotations']],
    [/^/, ['ingress']],
  ],
  HorizontalPodAutoscaler: [[/^/, ['autoscaling']]],
  PodDisruptionBudget: [[/^/, ['disruptionBudget']]],
  NetworkPolicy: [[/^/, ['networkPolicy']]],
  ServiceAccount: [[/^/, ['serviceAccount']]],
  ServiceMonitor: [[/^/, ['monitor']]],
  ConfigMap: [[/^/, ['files']]],
  PersistentVolumeClaim: [[/^/, ['volumes']]],
};

/**
 * The settings of a workload that a field of one of its objects may come from, likeliest first; none where nothing but
 * the workload itself can be named.
 *
 * @param field JSON pointer (RFC 6901); empty for the object as a whole.
 */
export function settingsOfField(kind: string, field: string): readonly Setting[] {
  const rule = rules[kind]?.find(([pattern]) => pattern.test(field));
  if (rule === undefined) return [];
  const [pattern, setting] = rule;
  // Below these the model has the names of Kubernetes.
  const below = setting[0] === 'resources' ? field.replace(pattern, '').split('/').filter(Boolean) : [];
  const whole = [...setting, ...below];
  // `port` is the short form of `ports`.
  return setting[0] === 'ports' ? [whole, ['port']] : [whole];
}
