import { defineChart, overrideChart } from '@seatrial/compiler';
import type { Place } from '../../places.ts';

/** Logs, kept in S3. */
export const lokiDistributed = defineChart({
  repository: 'https://grafana.github.io/helm-charts',
  values: {
    loki: {
      schemaConfig: {
        configs: [
          {
            from: '2025-01-01',
            store: 'tsdb',
            object_store: 's3',
            schema: 'v12',
            index: { prefix: 'loki_index_', period: '24h' },
          },
        ],
      },
      structuredConfig: {
        // Deduplication: three ingesters get every line. They cut their chunks at the same moments, so that the
        // copies are equal and have one key in S3, and the shared cache spares the writing of what is there.
        ingester: {
          lifecycler: { ring: { replication_factor: 3 } },
          sync_period: '15m',
          sync_min_utilization: 0.5,
          chunk_encoding: 'snappy',
        },
        // It merges the ingesters' index files, drops the duplicates, and deletes what is past its retention.
        compactor: { shared_store: 's3', retention_enabled: true, retention_delete_delay: '2h' },
      },
    },
    memcachedChunks: { enabled: true },
    compactor: { enabled: true, persistence: { enabled: true, size: '10Gi', storageClass: 'gp3' } },
    ingester: {
      replicas: 3,
      persistence: { enabled: true, claims: [{ name: 'data', size: '20Gi', storageClass: 'gp3' }] },
    },
    gateway: { enabled: true },
    serviceMonitor: { enabled: true },
  },
  clusterKinds: [],
});

const replicas = (count: number) =>
  overrideChart({
    values: { distributor: { replicas: count }, querier: { replicas: count }, gateway: { replicas: count } },
  });
export const activeLoki = replicas(3);
export const standbyLoki = replicas(1);

export const lokiIn = (place: Place) =>
  overrideChart({
    values: {
      serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': place.loki_role_arn } },
      loki: {
        storageConfig: {
          aws: { s3: `s3://${place.region}/${place.loki_bucket}` },
          tsdb_shipper: {
            active_index_directory: '/var/loki/tsdb-index',
            cache_location: '/var/loki/tsdb-cache',
            shared_store: 's3',
          },
        },
        structuredConfig: { limits_config: { retention_period: hours(place.retention.logs) } },
      },
    },
  });

/** Loki and Tempo take Go durations, which know no days. */
export function hours(days: string): string {
  return `${Number.parseInt(days, 10) * 24}h`;
}
