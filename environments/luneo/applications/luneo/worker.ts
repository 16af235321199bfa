import { defineWorkload, overrideWorkload } from '@seatrial/compiler';
import { image } from '../../images.ts';
import type { Place } from '../../places.ts';
import { peers, scrapedByAgent, telemetry } from './telemetry.ts';

/** Takes render jobs from the BullMQ queue in Redis, and puts the results into a bucket. */
export const worker = defineWorkload({
  image: image('worker'),
  ports: { metrics: 9464 },
  environment: { NODE_ENV: 'production', BULLMQ_QUEUE: 'render', ...telemetry('luneo-worker') },
  environmentFrom: { secrets: ['backend'] },
  probes: {
    readiness: { path: '/readyz', port: 'metrics' },
    liveness: { path: '/healthz', port: 'metrics', periodSeconds: 20, failureThreshold: 6 },
  },
  resources: { requests: { cpu: '1', memory: '1Gi' }, limits: { memory: '2Gi' } },
  // A render takes minutes: let it finish, or BullMQ starts it again from the beginning.
  terminationGracePeriodSeconds: 300,
  topologySpread: { zone: 1 },
  disruptionBudget: { maxUnavailable: 1 },
  security: { user: 1000, group: 1000, readOnlyRootFilesystem: true },
  volumes: { scratch: { mountPath: '/tmp', emptyDir: { sizeLimit: '4Gi' } } },
  networkPolicy: {
    from: { prometheus: peers.observability },
    to: { agent: peers.agent, https: peers.https },
  },
});

/** Rendering is what load falls on, so the queue's workers scale by themselves; the others have a fixed size. */
export const activeWorker = overrideWorkload({
  autoscaling: { min: 4, max: 20, cpu: 70 },
  monitor: { port: 'metrics', interval: '30s' },
});

export const standbyWorker = overrideWorkload({ replicas: 1, podAnnotations: scrapedByAgent() });

export const workerIn = (place: Place) =>
  overrideWorkload({
    environment: { AWS_REGION: place.region, RENDERS_BUCKET: place.renders_bucket },
    serviceAccount: { cloudRole: { aws: place.worker_role_arn } },
    networkPolicy: { to: { data: { cidr: place.vpc_cidr, ports: [5432, 6379] } } },
  });
