import { defineChart, overrideChart } from '@seatrial/compiler';
import type { Place } from '../../places.ts';

/** Works off the Stripe events that the api takes in. Its chart is in `platform-helm`, which has one for each service. */
export const stripeWebhooks = defineChart({
  git: 'https://git.luneo.app/luneo/platform-helm.git',
  path: 'charts/stripe-webhooks',
  values: {
    // The labels that the policies demand; a chart's objects do not pass through the compiler.
    commonLabels: {
      'app.kubernetes.io/name': 'stripe-webhooks',
      'app.kubernetes.io/part-of': 'luneo',
      'app.kubernetes.io/managed-by': 'argo-cd',
      'luneo.app/owner': 'platform',
      'luneo.app/environment': 'prod',
    },
    envFrom: [{ secretRef: { name: 'backend' } }],
    otlpEndpoint: 'http://grafana-agent.observability.svc.cluster.local:4317',
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
    podDisruptionBudget: { maxUnavailable: 1 },
  },
  clusterKinds: [],
});

export const activeStripeWebhooks = overrideChart({
  values: { replicaCount: 3, serviceMonitor: { enabled: true }, podAnnotations: {} },
});

export const standbyStripeWebhooks = overrideChart({
  values: {
    replicaCount: 1,
    serviceMonitor: { enabled: false },
    podAnnotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9464' },
  },
});

export const stripeWebhooksIn = (place: Place) =>
  overrideChart({
    values: {
      awsRegion: place.region,
      serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': place.stripe_webhooks_role_arn } },
    },
  });
