import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { recipes, type RecipeName } from '@seatrial/guests';
import { execa } from 'execa';
import { cacheFolder } from '../cache/cache-folder.ts';
import { findChart } from '../cache/chart-entry.ts';
import { describeEngine, enginePath } from '../cache/engine-entry.ts';
import {
  definitionsEntry,
  describeDefinitions,
  describeKubernetes,
  kubernetesEntry,
} from '../cache/schema-entries.ts';
import { missingEngines } from '../prepare/build-engine.ts';
import type { Needs } from '../prepare/needs.ts';
import { findGo } from '../prepare/go.ts';
import { PreparationError } from '../prepare/preparation-error.ts';

/** One thing that was looked at. A `blocker` keeps commands from running, a `warning` does not. */
export interface Check {
  readonly name: string;
  readonly status: 'ok' | 'warning' | 'blocker';
  /** What was found. */
  readonly found: string;
  /** The way out; empty when all is well. */
  readonly hint: string;
}

const prepareHint = 'Run `seatrial prepare`.';

export function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fine = major > 22 || (major === 22 && minor >= 18);
  return {
    name: 'Node',
    status: fine ? 'ok' : 'blocker',
    found: process.version,
    hint: fine ? '' : 'Install Node 24.',
  };
}

export async function checkGit(): Promise<Check> {
  try {
    const { stdout } = await execa('git', ['--version']);
    return { name: 'git', status: 'ok', found: stdout, hint: '' };
  } catch {
    return {
      name: 'git',
      status: 'warning',
      found: 'not installed',
      hint: 'Install git: charts from git repositories need it.',
    };
  }
}

/** Go is only needed to prepare: with everything in the cache its absence is no blocker. */
export async function checkGo(needed: boolean): Promise<Check> {
  try {
    const { version, root } = await findGo();
    return { name: 'Go', status: 'ok', found: `${version} in ${root}`, hint: '' };
  } catch (error) {
    if (!(error instanceof PreparationError)) throw error;
    return {
      name: 'Go',
      status: needed ? 'blocker' : 'warning',
      found: 'not found, or too old',
      hint: error.message,
    };
  }
}

export function checkCache(): Check {
  const folder = cacheFolder();
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return { name: 'cache', status: 'ok', found: folder, hint: '' };
  } catch {
    return {
      name: 'cache',
      status: 'blocker',
      found: `${folder} cannot be written`,
      hint: 'Make it writable, or set SEATRIAL_CACHE to another folder.',
    };
  }
}

/** What the fleets need of the cache. Charts that are not there are carried by reference, which is no blocker. */
export function checkNeeds({ tools, kubernetes, definitions, charts }: Needs): readonly Check[] {
  const helm = charts.some((source) => findChart(source) !== undefined) ? (['helm'] as const) : [];
  const held = charts.filter((source) => findChart(source) !== undefined).length;
  return [
    ...[...tools, ...helm].map((name) => prepared(describeEngine(recipes[name]), enginePath(recipes[name]))),
    ...kubernetes.map((version) => prepared(describeKubernetes(version), kubernetesEntry(version))),
    ...definitions.map((source) => prepared(describeDefinitions(source), definitionsEntry(source))),
    ...(charts.length === 0
      ? []
      : [
          {
            name: 'charts',
            status: 'ok' as const,
            found: `${held} of ${charts.length} are in the cache, the others are not checked`,
            hint: '',
          },
        ]),
  ];
}

/** What rehearsals start. Whoever rehearses nothing never needs it. */
export function checkRehearsals(names: readonly RecipeName[]): Check {
  const missing = missingEngines(names).length;
  return {
    name: 'rehearsals',
    status: missing === 0 ? 'ok' : 'warning',
    found: `${names.length - missing} of ${names.length} programs are prepared`,
    hint: missing === 0 ? '' : 'Run `seatrial prepare local` before `seatrial rehearse`.',
  };
}

function prepared(name: string, path: string): Check {
  return existsSync(path)
    ? { name, status: 'ok', found: 'prepared', hint: '' }
    : { name, status: 'blocker', found: 'not prepared', hint: prepareHint };
}
