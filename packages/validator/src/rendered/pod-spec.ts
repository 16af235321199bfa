import { groupOf } from '@seatrial/compiler';
import { fieldAt, recordAt } from '../json/fields.ts';
import { isRecord } from '../json/is-record.ts';
import type { LocatedObject } from './located-object.ts';

/** The pods that an object makes, or is. */
export interface PodSpec {
  readonly spec: Readonly<Record<string, unknown>>;
  /** JSON pointer to `spec` in the object. */
  readonly pointer: string;
  /** Labels of the pods. */
  readonly labels: Readonly<Record<string, unknown>>;
}

const template = ['spec', 'template'] as const;
const pathOfTemplate: Readonly<Record<string, readonly string[]>> = {
  '/Pod': [],
  '/PodTemplate': ['template'],
  '/ReplicationController': template,
  'apps/DaemonSet': template,
  'apps/Deployment': template,
  'apps/ReplicaSet': template,
  'apps/StatefulSet': template,
  'batch/CronJob': ['spec', 'jobTemplate', ...template],
  'batch/Job': template,
};

/** The pod spec of a Pod or of a workload; undefined for any other kind. */
export function podSpecOf({ object }: LocatedObject): PodSpec | undefined {
  const path = pathOfTemplate[`${groupOf(String(object.apiVersion))}/${object.kind}`];
  if (path === undefined) return undefined;
  const spec = fieldAt(object, ...path, 'spec');
  if (!isRecord(spec)) return undefined;
  return {
    spec,
    pointer: `/${[...path, 'spec'].join('/')}`,
    labels: recordAt(object, ...path, 'metadata', 'labels'),
  };
}

/** A container of a pod spec, with the JSON pointer to it in the object. */
export interface Container {
  readonly container: Readonly<Record<string, unknown>>;
  readonly pointer: string;
  readonly list: 'containers' | 'initContainers' | 'ephemeralContainers';
}

export function containersOf({ spec, pointer }: PodSpec): readonly Container[] {
  return (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap((list) => {
    const members = spec[list];
    if (!Array.isArray(members)) return [];
    return members.flatMap((container: unknown, index) =>
      isRecord(container) ? [{ container, pointer: `${pointer}/${list}/${index}`, list }] : [],
    );
  });
}
