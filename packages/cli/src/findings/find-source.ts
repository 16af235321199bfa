import { relative } from 'node:path';
import type { Place, SourcePlace } from '@seatrial/compiler';
import type { FleetFolder, Workspace } from '../workspace/workspace.ts';
import type { ModelPaths } from './model-paths.ts';

/** Says where in the sources a place of the model is. */
export type FindSource = (place: Place) => SourcePlace | undefined;

/**
 * Looks places up in a fleet's sources. The parser is loaded by the first finding that has such a place, because that
 * costs about half a second.
 */
export async function findSources(
  places: readonly Place[],
  source: FleetFolder,
  { root }: Workspace,
  pathsOf: ModelPaths,
): Promise<FindSource> {
  if (!places.some(({ model }) => model !== undefined)) return () => undefined;
  const { modelPlaces } = await import('./model-place.ts');
  const find = modelPlaces(source.file);
  const known = new Map<string, SourcePlace | undefined>();
  return (place) => {
    if (place.model === undefined) return undefined;
    const paths = pathsOf(place);
    const key = JSON.stringify(paths);
    if (!known.has(key)) {
      const found = find(paths);
      known.set(key, found && { ...found, file: relative(root, found.file) });
    }
    return known.get(key);
  };
}
