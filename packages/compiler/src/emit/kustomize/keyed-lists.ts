import { isRecord } from '../../objects/merge-patch.ts';
import { added, type Fields, type Keyed, mergeMaps } from './strategic-merge.ts';

/** Elements that a patch may name only to keep their place, before a JSON patch is easier to read. */
const mostFillers = 3;

/**
 * The elements of a strategic merge patch for a list that is merged by a key. kustomize puts the elements of the patch
 * first, in the patch's order, and the others after them. So the patch names every element up to the last one that
 * changes or moves: those that stay by their key only.
 */
export function mergeKeyedLists(
  from: readonly unknown[],
  to: readonly unknown[],
  key: string,
  path: string,
  keyed: Keyed,
): readonly Fields[] | undefined {
  const old = byKey(from, key);
  const wanted = byKey(to, key);
  if (old === undefined || wanted === undefined) return undefined;
  const patches: Fields[] = [];
  for (const [name, element] of wanted) {
    const before = old.get(name);
    const merged = before === undefined ? added(element) : mergeMaps(before, element, `${path}/*`, keyed);
    if (merged === undefined) return undefined;
    patches.push({ [key]: name, ...(merged as Fields) });
  }
  const names = [...wanted.keys()];
  const isFiller = (patch: Fields, index: number) =>
    old.has(names[index]!) && Object.keys(patch).length === 1;
  const lastChanged = patches.findLastIndex((patch, index) => !isFiller(patch, index));
  const patched = patches.slice(0, Math.max(lastChanged, lastMoved(names, [...old.keys()])) + 1);
  if (patched.filter(isFiller).length > mostFillers) return undefined;
  const gone = [...old.keys()].filter((name) => !wanted.has(name));
  return [...patched, ...gone.map((name) => ({ $patch: 'delete', [key]: name }))];
}

/** Index of the last of the new names whose place among those that stay is another one; -1 when all keep theirs. */
function lastMoved(now: readonly string[], before: readonly string[]): number {
  const stays = before.filter((name) => now.includes(name));
  const kept = now.filter((name) => before.includes(name));
  const moved = kept.findLast((name, index) => name !== stays[index]);
  return moved === undefined ? -1 : now.indexOf(moved);
}

function byKey(list: readonly unknown[], key: string): ReadonlyMap<string, Fields> | undefined {
  const elements = new Map<string, Fields>();
  for (const element of list) {
    const name = isRecord(element) ? element[key] : undefined;
    if (!isRecord(element) || typeof name !== 'string' || elements.has(name)) return undefined;
    elements.set(name, element);
  }
  return elements;
}
