import { defineApplication } from '@seatrial/compiler';
import { clusters } from '../clusters.ts';
import { euWest1Place, usEast1Place, type Place } from '../places.ts';
import { externalSecretWave, secretStore, secretStoreIn, secretStoreObjects } from '../secret-store.ts';
import { alertmanagerSecret } from './observability/alertmanager.ts';
import { grafanaAgent, grafanaAgentIn } from './observability/grafana-agent.ts';
import { grafanaSecret } from './observability/grafana.ts';
import {
  activePrometheus,
  kubePrometheusStack,
  prometheusIn,
  standbyPrometheus,
} from './observability/kube-prometheus-stack.ts';
import { activeLoki, lokiDistributed, lokiIn, standbyLoki } from './observability/loki-distributed.ts';
import { tempo, tempoIn } from './observability/tempo.ts';

const secretPath = '/luneo/prod/observability';

/** What a region adds: retention, AMP, buckets, roles, and its own path in Secrets Manager. */
const inRegion = (place: Place) => ({
  charts: {
    'kube-prometheus-stack': prometheusIn(place),
    'loki-distributed': lokiIn(place),
    tempo: tempoIn(place),
    'grafana-agent': grafanaAgentIn(place),
  },
  externalSecrets: {
    [alertmanagerSecret]: { from: `${secretPath}${place.secretSuffix}` },
    [grafanaSecret]: { from: `${secretPath}${place.secretSuffix}` },
  },
  objects: secretStoreIn(place.region, place.observability_secrets_role_arn),
});

/** Each region watches itself, so that one of them still sees when the other is lost. */
export const observability = defineApplication(clusters, {
  on: { environments: ['prod'] },
  after: ['namespaces', 'external-secrets', 'gatekeeper'],

  charts: {
    'kube-prometheus-stack': kubePrometheusStack,
    'loki-distributed': lokiDistributed,
    tempo,
    'grafana-agent': grafanaAgent,
  },
  bases: { dashboards: { path: 'dashboards' }, alerts: { path: 'alerts' } },
  externalSecrets: {
    [alertmanagerSecret]: {
      store: secretStore,
      from: secretPath,
      keys: { 'slack-webhook-url': 'slack_webhook_url', 'pagerduty-routing-key': 'pagerduty_routing_key' },
      wave: externalSecretWave,
    },
    [grafanaSecret]: {
      store: secretStore,
      from: secretPath,
      keys: { 'admin-user': 'grafana_admin_user', 'admin-password': 'grafana_admin_password' },
      wave: externalSecretWave,
    },
  },
  objects: secretStoreObjects,

  perRole: {
    active: { charts: { 'kube-prometheus-stack': activePrometheus, 'loki-distributed': activeLoki } },
    standby: { charts: { 'kube-prometheus-stack': standbyPrometheus, 'loki-distributed': standbyLoki } },
  },
  perCluster: {
    'eu-west-1': inRegion(euWest1Place),
    'us-east-1': inRegion(usEast1Place),
  },
});
