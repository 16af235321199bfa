import { groupOf } from '@seatrial/compiler';

/** Kinds that tell an engine what to sync. */
const engineKinds: Readonly<Record<string, readonly string[]>> = {
  'argoproj.io': ['Application', 'ApplicationSet', 'AppProject'],
  'kustomize.toolkit.fluxcd.io': ['Kustomization'],
  'source.toolkit.fluxcd.io': ['GitRepository', 'OCIRepository', 'Bucket', 'HelmRepository', 'HelmChart'],
  'helm.toolkit.fluxcd.io': ['HelmRelease'],
};

export function isEngineObject(apiVersion: string, kind: string): boolean {
  return engineKinds[groupOf(apiVersion)]?.includes(kind) === true;
}

export function isKind(object: unknown, group: string, kind: string): boolean {
  if (typeof object !== 'object' || object === null) return false;
  const fields = object as Readonly<Record<string, unknown>>;
  return (
    typeof fields['apiVersion'] === 'string' &&
    groupOf(fields['apiVersion']) === group &&
    fields['kind'] === kind
  );
}
