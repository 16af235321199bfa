import type { Needs } from '../../../src/prepare/needs.ts';

/** Needs that name only what a test is about. */
export function needs(some: Partial<Needs>): Needs {
  return { tools: [], kubernetes: [], definitions: [], charts: [], ...some };
}

/** A taker of progress lines that keeps them. */
export function keepLines(): { readonly lines: string[]; readonly write: (line: string) => void } {
  const lines: string[] = [];
  return { lines, write: (line) => void lines.push(line) };
}
