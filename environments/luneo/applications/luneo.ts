import { defineApplication } from '@seatrial/compiler';
import { clusters } from '../clusters.ts';
import { euWest1Place, usEast1Place, type Place } from '../places.ts';
import { externalSecretWave, secretStore, secretStoreIn, secretStoreObjects } from '../secret-store.ts';
import { activeApi, api, apiIn, standbyApi } from './luneo/api.ts';
import { activeApp, app, appIn, standbyApp } from './luneo/app.ts';
import { migrate } from './luneo/migrate.ts';
import {
  activeStripeWebhooks,
  standbyStripeWebhooks,
  stripeWebhooks,
  stripeWebhooksIn,
} from './luneo/stripe-webhooks.ts';
import { activeWorker, standbyWorker, worker, workerIn } from './luneo/worker.ts';

/** What a region adds: roles, certificates, networks, and its own path in Secrets Manager. */
const inRegion = (place: Place) => ({
  workloads: { api: apiIn(place), app: appIn(place), worker: workerIn(place) },
  charts: { 'stripe-webhooks': stripeWebhooksIn(place) },
  externalSecrets: { backend: { from: `/luneo/prod/backend${place.secretSuffix}` } },
  objects: secretStoreIn(place.region, place.backend_secrets_role_arn),
});

export const luneo = defineApplication(clusters, {
  on: { environments: ['prod'] },
  after: ['namespaces', 'external-secrets', 'gatekeeper'],

  workloads: { api, app, worker },
  charts: { 'stripe-webhooks': stripeWebhooks },
  hooks: { migrate },
  externalSecrets: {
    backend: {
      store: secretStore,
      from: '/luneo/prod/backend',
      refreshInterval: '15m',
      wave: externalSecretWave,
    },
  },
  objects: secretStoreObjects,

  perRole: {
    active: {
      workloads: { api: activeApi, app: activeApp, worker: activeWorker },
      charts: { 'stripe-webhooks': activeStripeWebhooks },
    },
    standby: {
      workloads: { api: standbyApi, app: standbyApp, worker: standbyWorker },
      charts: { 'stripe-webhooks': standbyStripeWebhooks },
      // Until it is promoted, the standby's database takes no writes: there is nothing to migrate.
      hooks: { migrate: null },
    },
  },
  perCluster: {
    'eu-west-1': inRegion(euWest1Place),
    'us-east-1': inRegion(usEast1Place),
  },
});
