import { defineWorkload, overrideWorkload } from '@seatrial/compiler';
import { image } from '../../images.ts';
import type { Place } from '../../places.ts';
import { peers, scrapedByAgent, telemetry } from './telemetry.ts';

/** The backend behind api.luneo.app. */
export const api = defineWorkload({
  image: image('backend'),
  ports: { http: 3000, metrics: 9464 },
  environment: { NODE_ENV: 'production', PORT: '3000', ...telemetry('luneo-api') },
  environmentFrom: { secrets: ['backend'] },
  probes: {
    startup: { path: '/healthz', failureThreshold: 30, periodSeconds: 2 },
    readiness: { path: '/readyz', periodSeconds: 5 },
    liveness: { path: '/healthz', periodSeconds: 10, failureThreshold: 6 },
  },
  resources: { requests: { cpu: '500m', memory: '512Mi' }, limits: { memory: '1Gi' } },
  strategy: { maxSurge: '25%', maxUnavailable: 0 },
  terminationGracePeriodSeconds: 45,
  topologySpread: { zone: 1, node: 1 },
  disruptionBudget: { maxUnavailable: 1 },
  security: { user: 1000, group: 1000, readOnlyRootFilesystem: true },
  volumes: { tmp: { mountPath: '/tmp', emptyDir: { sizeLimit: '256Mi' } } },
  networkPolicy: {
    from: {
      frontend: { workload: 'app', ports: ['http'] },
      prometheus: peers.observability,
    },
    to: { agent: peers.agent, https: peers.https },
  },
});

/** Serving: more replicas, the public load balancer, ServiceMonitors. */
export const activeApi = overrideWorkload({
  replicas: 6,
  ingress: { host: 'api.luneo.app', public: true, healthPath: '/readyz' },
  monitor: { port: 'metrics', interval: '30s' },
});

/** Warm: few replicas, a host of its own that only the inside of the network reaches, for disaster recovery tests. */
export const standbyApi = overrideWorkload({
  replicas: 2,
  ingress: { host: 'api-secondary.luneo.app', public: false, healthPath: '/readyz' },
  podAnnotations: scrapedByAgent(),
});

export const apiIn = (place: Place) =>
  overrideWorkload({
    environment: { AWS_REGION: place.region },
    serviceAccount: { cloudRole: { aws: place.backend_role_arn } },
    ingress: { tls: { certificateArn: place.certificate_arn } },
    networkPolicy: {
      from: { 'load-balancer': { cidr: place.vpc_cidr, ports: ['http'] } },
      to: { data: { cidr: place.vpc_cidr, ports: [5432, 6379] } },
    },
  });
