import type { Explanation } from '@seatrial/compiler';
import type { Alias } from 'yaml';
import { isRecord } from '../json/is-record.ts';
import type { Problem } from './problem.ts';
import type { Reading } from './reading.ts';

export const unknownAlias: Explanation = {
  code: 'SEA3209',
  title: 'An alias names no anchor, or an anchor has a name that cannot be read',
  meaning:
    'A YAML alias (*name) repeats the value that an anchor (&name) marks above it, in the same document.',
  fix: 'Define the anchor above, or put quotes around a text that begins with an asterisk.',
};

export const endlessAlias: Explanation = {
  code: 'SEA3210',
  title: 'Aliases contain themselves, or expand beyond any use',
  meaning:
    'Aliases of aliases can grow a few hundred bytes into billions of values, and an alias inside its own anchor has no end. kustomize runs out of ' +
    'memory or crashes on such a file, so it is refused before kustomize sees it.',
  fix: 'Write the values out, or repeat them with fewer levels of aliases.',
};

/** Values that one document may grow to by its aliases; the largest real definitions have some 30,000. */
export const expansionLimit = 1_000_000;

/** What is marked by an anchor; without a `value` while it is being read. */
interface Anchored {
  value?: unknown;
  /** How many values it is, aliases written out. */
  size: number;
}

/** The anchors of a document, in the order in which they are met: a later one of the same name takes over. */
export class Anchors {
  readonly #known = new Map<string, Anchored>();

  /** Reads what an anchor marks; the anchor is known inside it, but has no value there. */
  define<Value>(name: string, offset: number, reading: Reading, read: () => Value): Value {
    const anchored: Anchored = { size: 0 };
    if (!/^[\w-]+$/.test(name)) reading.problems.push(oddNameAt(offset, name));
    this.#known.set(name, anchored);
    const before = reading.size;
    const value = read();
    anchored.value = value;
    anchored.size = reading.size - before;
    return value;
  }

  /** Whether an alias of this name has a mapping to merge; also when nothing is known of it, which is said elsewhere. */
  mayMerge(name: string): boolean {
    const anchored = this.#known.get(name);
    return anchored === undefined || !('value' in anchored) || isRecord(anchored.value);
  }

  /** The value of an alias; undefined, and a problem, where it has none. */
  resolve(alias: Alias.Parsed, reading: Reading): unknown {
    const [offset] = alias.range;
    const anchored = this.#known.get(alias.source);
    if (anchored === undefined) return refuse(reading, unknownAliasAt(offset, alias.source));
    if (!('value' in anchored)) return refuse(reading, cycleAt(offset, alias.source));
    reading.size += anchored.size;
    if (reading.size > expansionLimit) throw new TooMuch(bombAt(offset));
    return anchored.value;
  }
}

/** Ends the reading of a document: it would not end by itself. */
export class TooMuch extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.sentence);
    this.problem = problem;
  }
}

function refuse(reading: Reading, problem: Problem): undefined {
  reading.problems.push(problem);
}

/** Source: `is_alpha` in go-yaml's scanner. */
function oddNameAt(offset: number, name: string): Problem {
  return {
    rule: unknownAlias,
    offset,
    sentence: `The anchor &${name} has a name that kustomize and kubectl cannot read.`,
    hint: 'Use letters, digits, "-" and "_" only.',
  };
}

function unknownAliasAt(offset: number, name: string): Problem {
  return {
    rule: unknownAlias,
    offset,
    sentence: `The alias *${name} names no anchor above it in this document.`,
    hint: `Mark the value with &${name} above, or put quotes around the text.`,
  };
}

function cycleAt(offset: number, name: string): Problem {
  return {
    rule: endlessAlias,
    offset,
    sentence: `The alias *${name} stands inside the value of its own anchor and has no end.`,
    hint: 'Write the value out.',
  };
}

function bombAt(offset: number): Problem {
  return {
    rule: endlessAlias,
    offset,
    sentence: `The aliases of this document expand to more than ${expansionLimit.toLocaleString('en')} values.`,
    hint: 'Write the values out, with fewer levels of aliases.',
  };
}
