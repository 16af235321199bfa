import type { Accumulation } from './accumulate.ts';
import { looksAtMetadata, selectorTest, type SelectedBy, type Selector } from './selector.ts';

/** Whether a selector selects any object of accumulations, or why that is not known. */
export type Selection =
  { readonly any: boolean; readonly unknown?: undefined } | { readonly unknown: string };

export function selection(worksOn: readonly Accumulation[], selector: Selector, by: SelectedBy): Selection {
  const test = selectorTest(selector, by);
  if (test === undefined) return { unknown: 'the selector cannot be read' };
  if (worksOn.some(({ objects }) => objects.some(test))) return { any: true };
  const [first] = worksOn;
  if (first === undefined) return { unknown: 'nothing here uses the component' };
  const unknown = worksOn.find((one) => one.unknown !== undefined)?.unknown;
  if (unknown !== undefined) return { unknown };
  if (looksAtMetadata(selector) && worksOn.some(({ relabels }) => relabels))
    return { unknown: 'patches change labels or annotations' };
  return { any: false };
}
