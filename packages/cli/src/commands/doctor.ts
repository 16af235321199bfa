import { styleText } from 'node:util';
import { MissingFromCache } from '../cache/missing-from-cache.ts';
import {
  checkCache,
  checkGit,
  checkGo,
  checkNeeds,
  checkNode,
  checkRehearsals,
  type Check,
} from '../doctor/checks.ts';
import { checkGuest } from '../doctor/check-guest.ts';
import { loadFleets } from '../load/load-fleets.ts';
import { startAll } from '../load/start-models.ts';
import { toolsOfRehearsals } from '../rehearse/tools-of-rehearsals.ts';
import { exitCodes } from '../workspace/user-error.ts';
import { findWorkspace, rootFrom } from '../workspace/workspace.ts';
import { needsOfFleets } from './needs-of-fleets.ts';

export interface DoctorOptions {
  readonly output: 'text' | 'json';
}

/** `seatrial doctor`: looks at everything that the commands need for the fleets that are here. */
export async function doctor({ output }: DoctorOptions): Promise<number> {
  const { checks: ofFleets, loaded } = await checkFleets();
  const needs = checkNeeds(needsOfFleets(loaded));
  const unprepared = needs.some(({ status }) => status === 'blocker');
  const guest = await guestIfPrepared();
  const checks = [
    checkNode(),
    await checkGit(),
    await checkGo(unprepared),
    checkCache(),
    ...needs,
    ...guest,
    checkRehearsals(toolsOfRehearsals),
    ...ofFleets,
  ];
  process.stdout.write(output === 'json' ? asJson(checks) : asText(checks));
  return checks.some(({ status }) => status === 'blocker') ? exitCodes.environment : exitCodes.fine;
}

async function checkFleets() {
  if (rootFrom(process.cwd()) === undefined) return { checks: [], loaded: [] };
  const workspace = findWorkspace(process.cwd());
  const outcomes = await loadFleets(startAll(workspace, workspace.fleets), { charts: false });
  const checks = outcomes.map((outcome): Check => {
    const name = outcome.source.shown;
    if ('loaded' in outcome)
      return { name, status: 'ok', found: `${outcome.loaded.fleet.placements.length} placements`, hint: '' };
    const { cause } = outcome.error;
    return {
      name,
      status: 'warning',
      found: 'does not compile',
      hint: cause instanceof MissingFromCache ? cause.message : 'Run `seatrial compile` to see why.',
    };
  });
  return {
    checks,
    loaded: outcomes.flatMap((outcome) => ('loaded' in outcome ? [outcome.loaded.fleet] : [])),
  };
}

async function guestIfPrepared(): Promise<readonly Check[]> {
  try {
    return [await checkGuest()];
  } catch (error) {
    // It is on the list already, as not prepared.
    if (error instanceof MissingFromCache) return [];
    throw error;
  }
}

function asJson(checks: readonly Check[]): string {
  return `${JSON.stringify({ apiVersion: 'seatrial/v1', kind: 'Diagnosis', checks }, undefined, 2)}\n`;
}

const marks = { ok: '✓', warning: '!', blocker: '✗' } as const;
const colours = { ok: 'green', warning: 'yellow', blocker: 'red' } as const;

function asText(checks: readonly Check[]): string {
  return checks
    .map(({ name, status, found, hint }) => {
      const mark = styleText(colours[status], marks[status], { stream: process.stdout });
      return `${mark} ${name}: ${found}\n${hint === '' ? '' : `    → ${hint}\n`}`;
    })
    .join('');
}
