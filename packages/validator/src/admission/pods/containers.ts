import type { Field } from '../field.ts';

const lists = ['containers', 'initContainers', 'ephemeralContainers'] as const;

/** Every container of a pod spec. */
export function containersOf(pod: Field): readonly Field[] {
  return lists.flatMap((list) => pod.at(list).items);
}
