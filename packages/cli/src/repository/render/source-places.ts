import type { SourcePlace } from '@seatrial/compiler';
import type { Repository } from '../files/repository.ts';
import type { KustomizationGraph } from '../kustomizations/kustomization-graph.ts';
import { locateBuilt } from './locate-built.ts';
import type { RenderedObject } from './rendered.ts';

/** How to find a field in what people wrote, by the place of its object. */
const written = new WeakMap<SourcePlace, (pointer: string) => SourcePlace>();

/** The place of an object in the sources; where a field stands is looked up when {@link sourcePlace} asks for it. */
export function sourceOf(
  rendered: RenderedObject,
  repository: Repository,
  graph: KustomizationGraph,
): SourcePlace {
  const { file, locate } = rendered;
  const place: SourcePlace = { file };
  written.set(
    place,
    locate === undefined
      ? (pointer) => locateBuilt(rendered, pointer, repository, graph)
      : (pointer) => ({ file, ...locate(pointer) }),
  );
  return place;
}

/** The place of a field, with line and column; a place that is no object's stays as it is. */
export function sourcePlace(place: SourcePlace, pointer: string): SourcePlace {
  return written.get(place)?.(pointer) ?? place;
}
