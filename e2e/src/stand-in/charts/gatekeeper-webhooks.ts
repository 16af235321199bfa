import type { KubernetesObject, Placement, ResolvedChart } from '@seatrial/compiler';
import { asRecord } from '../json.ts';
import type { World } from '../world.ts';

/** Subresources that the real chart's webhook takes too: its `validatingWebhookSubResources`. */
const subresources = [
  'pods/ephemeralcontainers',
  'pods/exec',
  'pods/log',
  'pods/eviction',
  'pods/portforward',
  'pods/proxy',
  'pods/attach',
  'pods/binding',
  'pods/resize',
  'deployments/scale',
  'replicasets/scale',
  'statefulsets/scale',
  'replicationcontrollers/scale',
  'services/proxy',
  'nodes/proxy',
  'services/status',
];

/** Namespaces of Kubernetes itself: while the webhook is down, leases and the like go on. */
const ofKubernetes = ['kube-system', 'kube-node-lease'];

const common = {
  admissionReviewVersions: ['v1', 'v1beta1'],
  matchPolicy: 'Exact',
  sideEffects: 'None',
} as const;

/** Whether a chart brings Gatekeeper. */
export function bringsGatekeeper(chart: ResolvedChart): boolean {
  return chart.definitions?.groups.includes('templates.gatekeeper.sh') === true;
}

/**
 * The ValidatingWebhookConfiguration of the real chart (charts/gatekeeper of Gatekeeper 3.23), which points at the
 * process that a rehearsal runs instead of at a Service. It fails closed: else a webhook that is down looks like one
 * that allows. Every field is said, defaults too, so that live and compiled lists are equal.
 */
export function gatekeeperWebhooks(
  { values, release }: ResolvedChart,
  { namespace }: Placement,
  { url, caBundle }: World['webhooks'][string],
): KubernetesObject {
  const client = (path: string) => ({ url: new URL(path, url).href, caBundle });
  const timeoutSeconds = Number(values['validatingWebhookTimeoutSeconds'] ?? 3);
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: {
      name: String(values['validatingWebhookName'] ?? 'gatekeeper-validating-webhook-configuration'),
      labels: {
        app: 'gatekeeper',
        chart: 'gatekeeper',
        'gatekeeper.sh/system': 'yes',
        heritage: 'Helm',
        release,
      },
    },
    webhooks: [
      {
        ...common,
        name: 'validation.gatekeeper.sh',
        clientConfig: client('/v1/admit'),
        failurePolicy: 'Fail',
        namespaceSelector: {
          matchExpressions: [
            { key: 'admission.gatekeeper.sh/ignore', operator: 'DoesNotExist' },
            notIn([namespace, ...ofKubernetes]),
          ],
        },
        objectSelector: asRecord(values['validatingWebhookObjectSelector']),
        rules: [rule(['*'], ['*', ...subresources])],
        timeoutSeconds,
      },
      {
        ...common,
        name: 'check-ignore-label.gatekeeper.sh',
        clientConfig: client('/v1/admitlabel'),
        failurePolicy: 'Fail',
        namespaceSelector: { matchExpressions: [notIn([namespace])] },
        objectSelector: {},
        rules: [rule([''], ['namespaces'])],
        timeoutSeconds,
      },
    ],
  };
}

function notIn(values: readonly string[]) {
  return { key: 'kubernetes.io/metadata.name', operator: 'NotIn', values };
}

function rule(apiGroups: readonly string[], resources: readonly string[]) {
  return { apiGroups, apiVersions: ['*'], operations: ['CREATE', 'UPDATE'], resources, scope: '*' };
}
