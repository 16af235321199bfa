import { listAt, recordAt, type LocatedObject } from '@seatrial/validator';

/** Labels that something is selected by: of pods, mostly. */
export type Selector = Readonly<Record<string, unknown>>;

/** What Services, budgets, monitors and network policies select, each once; an empty selector asks for nothing. */
export function selectorsOf(objects: readonly LocatedObject[]): readonly Selector[] {
  const selectors = objects.flatMap(({ object }) => [
    ...(object.kind === 'Service' ? [recordAt(object, 'spec', 'selector')] : []),
    recordAt(object, 'spec', 'selector', 'matchLabels'),
    recordAt(object, 'spec', 'podSelector', 'matchLabels'),
    ...listAt(object, 'spec', 'ingress').flatMap((rule) =>
      listAt(rule, 'from').map((from) => recordAt(from, 'podSelector', 'matchLabels')),
    ),
  ]);
  const several = selectors.filter((selector) => Object.keys(selector).length > 0);
  return [...new Map(several.map((selector) => [JSON.stringify(selector), selector])).values()];
}

/** Labels of an object, and of the pods that it makes. */
export function labelsOf(object: unknown): Selector {
  const template = recordAt(object, 'spec', 'template', 'metadata', 'labels');
  return { ...recordAt(object, 'metadata', 'labels'), ...template };
}

export function fits(selector: Selector, object: unknown): boolean {
  const labels = labelsOf(object);
  return Object.entries(selector).every(([key, value]) => labels[key] === value);
}
