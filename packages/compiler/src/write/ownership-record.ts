import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TreeFacts } from '../facts/tree-facts.ts';
import { isRecord } from '../objects/merge-patch.ts';
import { codeOf } from './tree-error.ts';
import { isTreePath, recordPath, type TreeLocation } from './tree-location.ts';

/** The files that the compiler has written: path relative to the tree, and the sha256 of what it wrote. */
export type OwnershipRecord = ReadonlyMap<string, string>;

/** One line each and sorted, so that two branches that touch different files and clusters merge without a conflict. */
export function printRecord(files: OwnershipRecord, facts: TreeFacts): string {
  const members = [
    '"generatedBy": "seatrial compile"',
    `"fleet": "${facts.fleet}"`,
    `"applications": ${linesOf(Object.entries(facts.applications))}`,
    `"charts": ${facts.charts.length === 0 ? '[]' : `[\n${facts.charts.map(lineOf).join(',\n')}\n  ]`}`,
    `"clusters": ${linesOf(Object.entries(facts.clusters))}`,
    `"files": ${linesOf([...files])}`,
  ];
  return `{\n  ${members.join(',\n  ')}\n}\n`;
}

function linesOf(entries: readonly (readonly [string, unknown])[]): string {
  if (entries.length === 0) return '{}';
  const lines = entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `    ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n  }`;
}

function lineOf(value: unknown): string {
  return `    ${JSON.stringify(value)}`;
}

/** The record as committed; empty when there is none; undefined when it is there and cannot be read as a record. */
export function readRecord(location: TreeLocation): OwnershipRecord | undefined {
  try {
    return parseRecord(readFileSync(join(location.folder, recordPath), 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return new Map();
    // A folder of that name is no record.
    if (codeOf(error) === 'EISDIR') return undefined;
    throw error;
  }
}

function parseRecord(text: string): OwnershipRecord | undefined {
  const files = membersOf(text)?.['files'];
  if (typeof files !== 'object' || files === null) return undefined;
  const entries = Object.entries(files);
  // A path that leads out of the tree would let a pull request remove any file of whoever compiles it.
  const sound = entries.every(([path, digest]) => isTreePath(path) && /^[0-9a-f]{64}$/.test(String(digest)));
  return sound ? new Map(entries) : undefined;
}

function membersOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const record: unknown = JSON.parse(text);
    return isRecord(record) ? record : undefined;
  } catch {
    return undefined;
  }
}

/** What the committed record says beside its files; empty when there is none, and that of an older compiler. */
export function readRecordedFacts(location: TreeLocation): Readonly<Record<string, unknown>> {
  try {
    return membersOf(readFileSync(join(location.folder, recordPath), 'utf8')) ?? {};
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(codeOf(error))) return {};
    throw error;
  }
}
