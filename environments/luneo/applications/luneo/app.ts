import { defineWorkload, overrideWorkload } from '@seatrial/compiler';
import { image } from '../../images.ts';
import type { Place } from '../../places.ts';
import { peers, scrapedByAgent, telemetry } from './telemetry.ts';

/** The front end behind app.luneo.app. It renders pages on the server and asks the api inside the cluster. */
export const app = defineWorkload({
  image: image('frontend'),
  ports: { http: 3000, metrics: 9464 },
  environment: {
    NODE_ENV: 'production',
    PORT: '3000',
    API_INTERNAL_URL: 'http://api',
    ...telemetry('luneo-app'),
  },
  probes: {
    readiness: '/api/health',
    liveness: { path: '/api/health', periodSeconds: 10, failureThreshold: 6 },
  },
  resources: { requests: { cpu: '200m', memory: '256Mi' }, limits: { memory: '512Mi' } },
  strategy: { maxSurge: '25%', maxUnavailable: 0 },
  topologySpread: { zone: 1, node: 1 },
  disruptionBudget: { maxUnavailable: 1 },
  security: { user: 1000, group: 1000, readOnlyRootFilesystem: true },
  volumes: { cache: { mountPath: '/app/.next/cache', emptyDir: { sizeLimit: '512Mi' } } },
  networkPolicy: {
    from: { prometheus: peers.observability },
    // 3000 is the pods' port: a network policy sees the address behind the Service.
    to: { api: { workload: 'api', ports: [3000] }, agent: peers.agent },
  },
});

export const activeApp = overrideWorkload({
  replicas: 4,
  ingress: { host: 'app.luneo.app', public: true, healthPath: '/api/health' },
  environment: { PUBLIC_API_URL: 'https://api.luneo.app' },
  monitor: { port: 'metrics', interval: '30s' },
});

export const standbyApp = overrideWorkload({
  replicas: 1,
  ingress: { host: 'app-secondary.luneo.app', public: false, healthPath: '/api/health' },
  environment: { PUBLIC_API_URL: 'https://api-secondary.luneo.app' },
  podAnnotations: scrapedByAgent(),
});

export const appIn = (place: Place) =>
  overrideWorkload({
    ingress: { tls: { certificateArn: place.certificate_arn } },
    networkPolicy: { from: { 'load-balancer': { cidr: place.vpc_cidr, ports: ['http'] } } },
  });
