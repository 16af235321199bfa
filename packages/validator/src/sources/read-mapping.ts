import { isAlias, isMap, isScalar, isSeq, type Alias, type Pair, type ParsedNode, type YAMLMap } from 'yaml';
import { isRecord } from '../json/is-record.ts';
import { duplicateKeyProblem } from './duplicate-keys.ts';
import { flowKeyProblem, flowTextProblem, lacksValue, missingValue } from './flow-text.ts';
import { keyProblem } from './keys.ts';
import { mergeConflict, mergeProblem } from './merge-keys.ts';
import type { Reading } from './reading.ts';
import { tagProblem } from './tags.ts';

type ReadNode = (node: ParsedNode | null, reading: Reading) => unknown;
type Fields = Record<string, unknown>;

/** A mapping as an object: own keys first, then those of `<<` that are not there yet, the first source before the next. */
export function readMapping(node: YAMLMap.Parsed, reading: Reading, readNode: ReadNode): Fields {
  const fields: Fields = {};
  const keys = new Map<string, number>();
  const merged: Fields[] = [];
  for (const { key, value } of node.items as readonly Pair<ParsedNode, ParsedNode | null>[]) {
    const name = keyText(key);
    const offset = key.range[0];
    const first = keys.get(name);
    if (first !== undefined) reading.problems.push(duplicateKeyProblem(reading.at, name, first, offset));
    keys.set(name, offset);
    if (isMerge(key)) {
      const problem = mergeProblem(value, reading, offset);
      if (problem === undefined) merged.push(...sourcesOf(value, reading, readNode));
      else reading.problems.push(problem);
      continue;
    }
    const problem = keyProblem(key, node, reading.text);
    if (problem !== undefined) reading.problems.push(problem);
    if (!isScalar(key)) continue;
    if (key.tag !== undefined) reading.problems.push(tagProblem(offset, reading.text));
    if (key.anchor !== undefined) reading.anchors.define(key.anchor, offset, reading, () => name);
    const { text } = reading;
    const found = [
      (node.flow === true ? flowKeyProblem(key, text) : undefined) ??
        (lacksValue(value, node.flow) ? missingValue(key) : undefined),
      ...(node.flow === true ? [flowTextProblem(key, text), flowTextProblem(value, text)] : []),
    ];
    reading.problems.push(...found.filter((one) => one !== undefined));
    reading.path.push(name);
    set(fields, name, readNode(value, reading));
    reading.path.pop();
  }
  if (merged.length > 1) {
    const conflict = mergeConflict(merged, reading, keys.get('<<') ?? node.range[0]);
    if (conflict !== undefined) reading.problems.push(conflict);
  }
  if (merged.length > 0) reading.merged.add(fields);
  for (const source of merged)
    for (const [name, value] of Object.entries(source))
      if (!Object.hasOwn(fields, name)) set(fields, name, value);
  return fields;
}

export function isMerge(key: ParsedNode): boolean {
  return isScalar(key) && key.type === 'PLAIN' && key.value === '<<';
}

/** What a key is compared by: go-yaml compares what is written, whatever it means. */
function keyText(key: ParsedNode): string {
  return isScalar(key) ? String(key.value) : `\0${key.range[0]}`;
}

function sourcesOf(value: ParsedNode | null, reading: Reading, readNode: ReadNode): readonly Fields[] {
  const nodes = isSeq(value) ? (value.items as ParsedNode[]) : [value];
  return nodes
    .filter((node): node is YAMLMap.Parsed | Alias.Parsed => isMap(node) || isAlias(node))
    .map((node) => readNode(node, reading))
    .filter((source): source is Fields => isRecord(source));
}

function set(fields: Fields, name: string, value: unknown): void {
  if (name !== '__proto__') fields[name] = value;
  // An assignment would change the prototype.
  else Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
}
