import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { objectId, objectKey, type KubernetesObject, type ResolvedFleet } from '@seatrial/compiler';
import { parseAllDocuments } from 'yaml';

/**
 * What the resolved fleet and the files that cdk8s wrote do not have in common: one line for each object that only one of
 * them has, or that is not deeply equal. Empty: both are the same set of objects.
 */
export async function differingObjects(
  fleet: ResolvedFleet,
  cdk8sFolder: string,
): Promise<readonly string[]> {
  const ours = new Map(
    fleet.placements.flatMap(({ cluster, application, objects }) =>
      objects.map(({ object }) => [keyOf(`${cluster}-${application}`, object), object] as const),
    ),
  );
  const theirs = await readCharts(cdk8sFolder);
  const keys = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return keys
    .filter((key) => !isDeepStrictEqual(ours.get(key), theirs.get(key)))
    .map((key) => `${key}: ${JSON.stringify(ours.get(key))} is not ${JSON.stringify(theirs.get(key))}`);
}

async function readCharts(folder: string): Promise<Map<string, KubernetesObject>> {
  const objects = new Map<string, KubernetesObject>();
  for (const file of await readdir(folder)) {
    const text = await readFile(join(folder, file), 'utf8');
    for (const document of parseAllDocuments(text)) {
      const object = document.toJS() as KubernetesObject;
      objects.set(keyOf(file.replace('.k8s.yaml', ''), object), object);
    }
  }
  return objects;
}

function keyOf(placement: string, object: KubernetesObject): string {
  return `${placement} ${objectKey(objectId(object))}`;
}
