import { asRecord, asRecords, type JsonRecord } from '../json.ts';

const names = ['startupProbe', 'livenessProbe', 'readinessProbe'] as const;

/**
 * The one port that the probe's image listens on: that of the readiness probe, else the first one of the container.
 * Undefined where nothing asks it for anything.
 */
export function servedPort(container: JsonRecord): number | undefined {
  const ports = asRecords(container['ports']);
  const { port } = httpGetOf(container['readinessProbe']);
  const asked = ports.find(({ name }) => name === port)?.['containerPort'] ?? port;
  const served = typeof asked === 'number' ? asked : ports[0]?.['containerPort'];
  return typeof served === 'number'
    ? served
    : names.some((name) => container[name] !== undefined)
      ? 8080
      : undefined;
}

/** Probes with their own times and paths, which ask that port by HTTP: the image answers nothing else. */
export function probesOf(container: JsonRecord, port: number): JsonRecord {
  return Object.fromEntries(
    names.flatMap((name) => {
      if (container[name] === undefined) return [];
      const {
        exec: _exec,
        tcpSocket: _tcp,
        grpc: _grpc,
        httpGet: _http,
        ...times
      } = asRecord(container[name]);
      const { path = '/' } = httpGetOf(container[name]);
      return [[name, { ...times, httpGet: { path, port } }]];
    }),
  );
}

function httpGetOf(probe: unknown): JsonRecord {
  return asRecord(asRecord(probe)['httpGet']);
}
