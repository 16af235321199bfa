import type { LocatedObject } from '../../rendered/located-object.ts';
import { namespaceOf } from './identity.ts';
import type { Requirement } from './label-selector.ts';

/** Things with labels, by one label: a selector then looks at few of them. */
export interface LabelIndex<T> {
  /** Those that may be in a namespace and meet one of the requirements; without one that helps, undefined. */
  candidates(namespace: string | undefined, requirements: readonly Requirement[]): readonly T[] | undefined;
}

export function labelIndex<T extends { readonly located: LocatedObject }>(
  things: readonly T[],
  labelsOf: (thing: T) => Readonly<Record<string, unknown>>,
): LabelIndex<T> {
  const index = new Map<string, T[]>();
  for (const thing of things)
    for (const [key, value] of Object.entries(labelsOf(thing))) {
      // A label that is no text can be selected by nothing.
      if (typeof value !== 'string') continue;
      const label = `${namespaceOf(thing.located) ?? ''} ${key}=${value}`;
      const known = index.get(label);
      if (known === undefined) index.set(label, [thing]);
      else known.push(thing);
    }
  return {
    candidates(namespace, requirements) {
      const exact = requirements.find(({ operator, values }) => operator === 'In' && values.length === 1);
      if (namespace === undefined || exact === undefined) return undefined;
      const label = `${exact.key}=${exact.values[0] ?? ''}`;
      return [...(index.get(`${namespace} ${label}`) ?? []), ...(index.get(` ${label}`) ?? [])];
    },
  };
}
