import { defineChart, overrideChart } from '@seatrial/compiler';
import type { Place } from '../../places.ts';
import { hours } from './loki-distributed.ts';

/** Traces of the API, received as OTLP from the agent and kept in S3. */
export const tempo = defineChart({
  repository: 'https://grafana.github.io/helm-charts',
  values: {
    tempo: {
      reportingEnabled: false,
      receivers: {
        otlp: { protocols: { grpc: { endpoint: '0.0.0.0:4317' }, http: { endpoint: '0.0.0.0:4318' } } },
      },
      // Tempo's own port, which Grafana asks; the chart's default differs between versions.
      server: { http_listen_port: 3200 },
      livenessProbe: { httpGet: { path: '/ready', port: 3200 } },
      readinessProbe: { httpGet: { path: '/ready', port: 3200 } },
      resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '3Gi' } },
    },
    persistence: { enabled: true, size: '20Gi', storageClassName: 'gp3' },
    serviceMonitor: { enabled: true },
  },
  clusterKinds: [],
});

export const tempoIn = (place: Place) =>
  overrideChart({
    values: {
      serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': place.tempo_role_arn } },
      tempo: {
        // The compactor keeps blocks this long, and when it merges them it combines the spans that came twice.
        retention: hours(place.retention.traces),
        storage: {
          trace: {
            backend: 's3',
            s3: {
              bucket: place.tempo_bucket,
              endpoint: `s3.${place.region}.amazonaws.com`,
              region: place.region,
            },
          },
        },
      },
    },
  });
