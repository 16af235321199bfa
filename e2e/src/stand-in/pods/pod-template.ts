import { groupOf, type KubernetesObject } from '@seatrial/compiler';
import { asRecord, type JsonRecord } from '../json.ts';

/** Where the pod's `spec` is in each kind that makes pods, and whether its pods end by themselves. */
const kinds: Readonly<Record<string, { readonly path: readonly string[]; readonly ends: boolean }>> = {
  '/Pod': { path: ['spec'], ends: false },
  '/ReplicationController': { path: ['spec', 'template', 'spec'], ends: false },
  'apps/DaemonSet': { path: ['spec', 'template', 'spec'], ends: false },
  'apps/Deployment': { path: ['spec', 'template', 'spec'], ends: false },
  'apps/ReplicaSet': { path: ['spec', 'template', 'spec'], ends: false },
  'apps/StatefulSet': { path: ['spec', 'template', 'spec'], ends: false },
  'batch/Job': { path: ['spec', 'template', 'spec'], ends: true },
  'batch/CronJob': { path: ['spec', 'jobTemplate', 'spec', 'template', 'spec'], ends: true },
};

/** What an object says of the pods that it makes. */
export interface PodTemplate {
  readonly spec: JsonRecord;
  /** A Job's pods are done some time; others serve. */
  readonly ends: boolean;
  /** The object with another spec of its pods. */
  with(spec: JsonRecord): KubernetesObject;
}

/** Undefined for an object that makes no pods. */
export function podTemplateOf(object: KubernetesObject): PodTemplate | undefined {
  const kind = kinds[`${groupOf(object.apiVersion)}/${object.kind}`];
  if (kind === undefined) return undefined;
  const spec = kind.path.reduce<JsonRecord>((at, key) => asRecord(at[key]), object);
  if (!Array.isArray(spec['containers'])) return undefined;
  return { spec, ends: kind.ends, with: (changed) => ({ ...object, ...setAt(object, kind.path, changed) }) };
}

function setAt(record: JsonRecord, [key = '', ...rest]: readonly string[], value: JsonRecord): JsonRecord {
  return { ...record, [key]: rest.length === 0 ? value : setAt(asRecord(record[key]), rest, value) };
}
