import { relative } from 'node:path';
import type { Place } from '@seatrial/compiler';
import type { FleetFolder, Workspace } from '../workspace/workspace.ts';
import type { SourcePlace } from './model-place.ts';

/** Says where in the sources a place of the model is: `environments/shop/fleet.ts:12:5`. */
export type FindSource = (place: Place) => string | undefined;

/**
 * Looks places up in a fleet's sources. The parser is loaded by the first finding that has such a place, because that
 * costs about half a second.
 */
export async function findSources(
  places: readonly Place[],
  source: FleetFolder,
  { root }: Workspace,
): Promise<FindSource> {
  if (!places.some(({ model }) => model !== undefined)) return () => undefined;
  const { modelPlaces } = await import('./model-place.ts');
  const find = modelPlaces(source.file);
  const known = new Map<string, string | undefined>();
  return ({ model }) => {
    if (model === undefined) return undefined;
    const key = JSON.stringify(model);
    if (!known.has(key)) known.set(key, shown(find(model), root));
    return known.get(key);
  };
}

function shown(place: SourcePlace | undefined, root: string): string | undefined {
  return place === undefined ? undefined : `${relative(root, place.file)}:${place.line}:${place.column}`;
}
