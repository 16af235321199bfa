import {
  emitKustomize,
  type KubernetesObject,
  objectId,
  objectKey,
  type ResolvedFleet,
} from '@seatrial/compiler';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import type { BuilderSession } from './builder-session.ts';

/** Writes the tree of a fleet under `repository` and expects real kustomize to yield the objects of every placement. */
export async function holdLaw(
  fleet: ResolvedFleet,
  repository: string,
  session: BuilderSession,
): Promise<void> {
  const tree = emitKustomize(fleet);
  await writeFiles(join(repository, fleet.tree), tree);
  for (const placement of fleet.placements) {
    const built = await session.build(join(repository, fleet.tree, placement.folder!));
    const wanted = byKey(placement.objects.map(({ object }) => object));
    const seen = 'objects' in built ? byKey(built.objects) : built.error;
    expect(seen, [...tree].map(([path, text]) => `--- ${path}\n${text}`).join('')).toEqual(wanted);
  }
}

export async function writeFiles(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of files) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}

/** Objects by their identity; a second one of an identity is kept apart. */
export function byKey(objects: readonly KubernetesObject[]): Record<string, KubernetesObject> {
  const keyed: Record<string, KubernetesObject> = {};
  for (const object of objects) {
    const key = objectKey(objectId(object));
    keyed[key in keyed ? `${key} again` : key] = object;
  }
  return keyed;
}
