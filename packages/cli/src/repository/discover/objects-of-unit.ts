import type { KubernetesObject } from '@seatrial/compiler';
import { isRecord, type LocatedObject } from '@seatrial/validator';
import type { Unit } from '../engines/unit.ts';
import type { Repository } from '../files/repository.ts';
import type { KustomizationGraph } from '../kustomizations/kustomization-graph.ts';
import type { Renderer } from '../render/renderer.ts';
import type { RenderedObject } from '../render/rendered.ts';
import { sourceOf } from '../render/source-places.ts';

/** An object that a unit applies. */
export interface UnitObject extends LocatedObject {
  readonly unset: readonly string[];
}

/** The objects of a unit, as far as they are rendered, each with its place in the sources. */
export function objectsOfUnit(
  unit: Unit,
  renderer: Renderer,
  repository: Repository,
  graph: KustomizationGraph,
): readonly UnitObject[] {
  return unit.contents.flatMap((content) =>
    (renderer.get(content)?.objects ?? []).map((rendered: RenderedObject): UnitObject => ({
      object: withCommonMetadata(rendered.object, unit),
      place: { cluster: unit.cluster, source: sourceOf(rendered, repository, graph) },
      // Files of one folder need not be applied together; what one kustomization makes is.
      ...(unit.engine === 'hand' && 'files' in content ? {} : { unit: unit.name }),
      unset: rendered.unset ?? [],
    })),
  );
}

function withCommonMetadata(object: KubernetesObject, { commonMetadata }: Unit): KubernetesObject {
  if (commonMetadata === undefined || !isRecord(object.metadata)) return object;
  const { labels, annotations } = object.metadata;
  return {
    ...object,
    metadata: {
      ...object.metadata,
      labels: { ...labels, ...commonMetadata.labels },
      annotations: { ...annotations, ...commonMetadata.annotations },
    },
  };
}
