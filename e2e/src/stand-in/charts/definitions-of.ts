import type { ChartDefinitions, KubernetesObject } from '@seatrial/compiler';
import { Infrastructure } from '../../run/outcome-errors.ts';
import type { World } from '../world.ts';
import { withoutDescriptions } from './without-descriptions.ts';

/** Key of a set of definitions in {@link World.definitions}. */
export function definitionsKey({ module, version, path }: NonNullable<ChartDefinitions['source']>): string {
  return `${module}@${version}/${path}`;
}

/**
 * The definitions that a chart installs, as they may be applied: without the status that some files carry, and without
 * descriptions, which are most of their size and which no API server reads. None where the model does not say where they
 * can be had.
 * @throws Infrastructure where they were not loaded
 */
export function definitionsOf(
  definitions: ChartDefinitions | undefined,
  world: Pick<World, 'definitions'>,
): readonly KubernetesObject[] {
  if (definitions?.source === undefined) return [];
  const key = definitionsKey(definitions.source);
  const found = world.definitions.get(key);
  if (found === undefined)
    throw new Infrastructure(`The definitions ${key} are not loaded: run \`seatrial prepare\`.`);
  return found.map(applicable);
}

/** The same definitions are asked for by every placement of every commit. */
const known = new WeakMap<KubernetesObject, KubernetesObject>();

function applicable(definition: KubernetesObject): KubernetesObject {
  const before = known.get(definition);
  if (before !== undefined) return before;
  const { status: _status, ...rest } = definition;
  const { creationTimestamp: _time, ...metadata } = definition.metadata;
  const made = withoutDescriptions({ ...rest, metadata }) as KubernetesObject;
  known.set(definition, made);
  return made;
}
