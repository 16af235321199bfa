import type { ResolvedObject } from '@seatrial/compiler';
import { isDeepStrictEqual } from 'node:util';
import type { BuilderSession } from './builder-session.ts';
import { byKey, writeFiles } from './hold-law.ts';

/**
 * Whether kustomize can yield these objects at all: it refuses odd shapes of known kinds, and drops some fields, whatever
 * a tree says. Asked of kustomize itself, with one JSON file for each object and nothing else.
 */
export async function isLawful(
  objects: readonly ResolvedObject[],
  root: string,
  session: BuilderSession,
): Promise<boolean> {
  const files = objects.map(({ object }, index) => [`${index}.json`, JSON.stringify(object)] as const);
  const resources = files.map(([path]) => path);
  const kustomization = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources };
  await writeFiles(root, new Map([...files, ['kustomization.yaml', JSON.stringify(kustomization)]]));
  const built = await session.build(root);
  return (
    'objects' in built &&
    // A clone has plain prototypes, as what is read from JSON has.
    isDeepStrictEqual(byKey(built.objects), byKey(structuredClone(objects.map(({ object }) => object))))
  );
}
