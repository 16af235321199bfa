import type { Placement } from '../../resolved/placement.ts';

/** Folder of an application's base, relative to the tree. */
export function baseFolder(application: string): string {
  return `base/${application}`;
}

/** Folder of a placement, relative to the tree: also where one without a kustomization keeps its chart values. */
export function placementFolder(placement: Placement): string {
  return placement.folder ?? `${placement.cluster}/${placement.environment}/${placement.application}`;
}

/** The way from one folder to another, both relative to the same root: `../../../base/api`. */
export function relativePath(from: string, to: string): string {
  const here = from.split('/').filter((part) => part !== '');
  const there = to.split('/').filter((part) => part !== '' && part !== '.');
  let shared = 0;
  while (shared < here.length && shared < there.length && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/') || '.';
}
