import { describeObject, objectId, type KubernetesObject } from '@seatrial/compiler';
import { field, numberAt } from '../../trial/field.ts';
import { refOf } from './candidates.ts';
import { marker, type Drift } from './drift.ts';

/** Other values of fields that git names: the number of pods where there is one, then data, then annotations. */
export function changedFields(objects: readonly KubernetesObject[]): readonly Drift[] {
  return [
    ...objects.flatMap((object) => scaled(object)),
    ...objects.flatMap((object) => (object.kind === 'ConfigMap' ? texts(object, ['data']) : [])),
    ...objects.flatMap((object) => enforced(object)),
    ...objects.flatMap((object) => texts(object, ['metadata', 'annotations'])),
  ];
}

function scaled(object: KubernetesObject): readonly Drift[] {
  const replicas = numberAt(object, 'spec', 'replicas');
  if (replicas === undefined || (object.kind !== 'Deployment' && object.kind !== 'StatefulSet')) return [];
  return [change(object, ['spec', 'replicas'], replicas, replicas + 1)];
}

/** A constraint that warns for a moment instead of denying. */
function enforced(object: KubernetesObject): readonly Drift[] {
  const action = field(object, 'spec', 'enforcementAction');
  return action === 'deny' ? [change(object, ['spec', 'enforcementAction'], action, 'warn')] : [];
}

function texts(object: KubernetesObject, at: readonly string[]): readonly Drift[] {
  return Object.entries(field(object, ...at) ?? {}).flatMap(([key, value]) =>
    // What is Argo CD's own changes how it works.
    typeof value === 'string' && !key.startsWith('argocd.argoproj.io/')
      ? [change(object, [...at, key], value, marker)]
      : [],
  );
}

function change(
  object: KubernetesObject,
  path: readonly string[],
  wanted: string | number,
  drifted: string | number,
): Drift {
  const patchTo = (value: unknown): unknown =>
    path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return {
    kind: 'changed field',
    ref: refOf(object),
    what: `${describeObject(objectId(object))}: .${path.join('.')} ${cut(wanted)} → ${cut(drifted)}`,
    patch: patchTo(drifted),
    undo: patchTo(wanted),
    isHealed: (live) => field(live, ...path) === wanted,
    isDrifted: (live) => field(live, ...path) === drifted,
  };
}

function cut(value: string | number): string {
  const text = JSON.stringify(value);
  return text.length <= 40 ? text : `${text.slice(0, 37)}...`;
}
