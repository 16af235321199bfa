import { asRecord, asRecords, type JsonRecord } from '../json.ts';
import { probesOf, servedPort } from './probes.ts';

/** What a pod asks of the machine: what is left for all of a fleet on one node. */
const requests = { cpu: '1m', memory: '8Mi' };

/** Fields that make a container what its own image is for. */
const ofTheImage = new Set(['command', 'args', 'lifecycle', 'workingDir']);

/** A container that runs the probe's image: it serves on its port, or ends at once where it is to end. */
export function probeContainer(container: JsonRecord, image: string, ends: boolean): JsonRecord {
  const port = ends ? undefined : servedPort(container);
  const kept = Object.fromEntries(Object.entries(container).filter(([field]) => !ofTheImage.has(field)));
  const told = [
    ...(port === undefined ? [] : [{ name: 'PORT', value: String(port) }]),
    ...(ends ? [{ name: 'RUN_ONCE', value: '1' }] : []),
  ];
  const own = asRecords(container['env']);
  const env = [
    ...own.map((one) => told.find(({ name }) => name === one['name']) ?? one),
    ...told.filter(({ name }) => !own.some((one) => one['name'] === name)),
  ];
  return {
    ...kept,
    image,
    imagePullPolicy: 'IfNotPresent',
    ...(env.length === 0 ? {} : { env }),
    ...(container['ports'] === undefined
      ? {}
      : { ports: asRecords(container['ports']).map(withoutHostPort) }),
    ...(port === undefined ? {} : probesOf(container, port)),
    resources: resourcesOf(container),
  };
}

/** Limits of processor and memory stay: policies may ask for them. */
function resourcesOf(container: JsonRecord): JsonRecord {
  const limits = Object.entries(asRecord(asRecord(container['resources'])['limits'])).filter(
    ([name]) => name === 'cpu' || name === 'memory',
  );
  return { requests, ...(limits.length === 0 ? {} : { limits: Object.fromEntries(limits) }) };
}

/** One node has each of its ports once. */
function withoutHostPort(port: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(port).filter(([field]) => field !== 'hostPort'));
}
