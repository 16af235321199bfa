import type { ResolvedApplication } from '../../resolved/application.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { Placement } from '../../resolved/placement.ts';
import { baseLayer } from './base-layer.ts';
import { customize } from './customize.ts';
import { baseFolder, placementFolder, relativePath } from './folders.ts';
import { type Layer, ownOnly } from './layer.ts';
import { commonLabels, withoutLabels } from './labels.ts';

/** The kustomization of a placement. */
export interface PlacementLayer extends Layer {
  /** False: no object of it comes from the application's base. */
  readonly usesBase: boolean;
}

const layers = new WeakMap<Placement, PlacementLayer>();

/** Undefined when no component of the placement is built by kustomize. */
export function placementLayer(fleet: ResolvedFleet, placement: Placement): PlacementLayer | undefined {
  if (placement.folder === undefined) return undefined;
  const known = layers.get(placement);
  if (known !== undefined) return known;
  const made = makePlacementLayer(applicationOf(fleet, placement), placement, fleet.tree);
  layers.set(placement, made);
  return made;
}

export function applicationOf(fleet: ResolvedFleet, placement: Placement): ResolvedApplication {
  const application = fleet.applications.find(({ name }) => name === placement.application);
  if (application === undefined)
    throw new Error(`${placement.name} is a placement of no application of the fleet`);
  return application;
}

function makePlacementLayer(
  application: ResolvedApplication,
  placement: Placement,
  tree: string,
): PlacementLayer {
  const { build } = baseLayer(application, tree);
  const { objects, namespace } = placement;
  const customization = customize(build, objects, { namespace });
  const usesBase = customization !== undefined && customization.own.length < objects.length;
  if (usesBase) {
    const base = relativePath(placementFolder(placement), baseFolder(application.name));
    return { folders: [base], customization, usesBase };
  }
  const labels = commonLabels(objects.map(({ object }) => object));
  const bare = objects.map((resolved) => ({
    ...resolved,
    object: withoutLabels(resolved.object, labels) ?? resolved.object,
  }));
  return { folders: [], customization: ownOnly(bare, labels), usesBase };
}
