import {
  Composer,
  Parser,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type ParsedNode,
  type YAMLMap,
} from 'yaml';
import { pointerKeys } from '../json/json-pointer.ts';
import { linePositions } from './line-positions.ts';
import { isMerge } from './read-mapping.ts';
import type { Position } from './source-text.ts';

/**
 * Finds nodes in a text. The nodes are parsed again when the first one is asked for: few files have findings, and nodes
 * are many times as large as the text.
 */
export function locator(text: string): (index: number, pointer: string) => Position {
  const at = linePositions(text);
  let roots: readonly (Node | null)[] | undefined;
  return (index, pointer) => {
    roots ??= [
      ...new Composer({
        schema: 'failsafe',
        uniqueKeys: false,
        prettyErrors: false,
        logLevel: 'silent',
      }).compose(new Parser().parse(text)),
    ].map(({ contents }) => contents);
    return at(offsetOf(roots[index] ?? null, pointerKeys(pointer)));
  };
}

function offsetOf(root: Node | null, keys: readonly string[]): number {
  let node: unknown = root;
  let offset = root?.range?.[0] ?? 0;
  for (const key of keys) {
    const step = stepInto(target(node, root), key, root);
    if (step === undefined) break;
    node = step.node;
    offset = step.offset;
  }
  return offset;
}

interface Step {
  readonly node: unknown;
  readonly offset: number;
}

function stepInto(node: unknown, key: string, root: Node | null): Step | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(key)];
    return isNode(item) ? { node: item, offset: item.range?.[0] ?? 0 } : undefined;
  }
  if (!isMap(node)) return undefined;
  const { items } = node as YAMLMap.Parsed;
  const pair = items.findLast(
    (one) => isScalar(one.key) && String(one.key.value) === key && !isMerge(one.key),
  );
  if (pair !== undefined) return { node: pair.value, offset: pair.key.range[0] };
  for (const { key: merge, value } of items) {
    if (!isMerge(merge as ParsedNode)) continue;
    for (const source of isSeq(value) ? value.items : [value]) {
      const step = stepInto(target(source, root), key, root);
      if (step !== undefined) return step;
    }
  }
  return undefined;
}

/** What an alias stands for: the last anchor of its name above it. */
function target(node: unknown, root: Node | null): unknown {
  if (!isAlias(node) || root === null) return node;
  const end = node.range?.[0] ?? 0;
  const open: unknown[] = [root];
  let found: Node | undefined;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isNode(next) && !isAlias(next) && next.anchor === node.source && isBetween(next, found, end))
      found = next;
    if (isSeq(next)) open.push(...next.items);
    else if (isMap(next)) open.push(...next.items.map(({ value }) => value));
  }
  return found;
}

function isBetween({ range }: Node, found: Node | undefined, end: number): boolean {
  const start = range?.[0] ?? 0;
  return start < end && start >= (found?.range?.[0] ?? 0);
}
