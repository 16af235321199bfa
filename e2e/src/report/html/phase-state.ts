import type { Timeline } from '../rehearsal.ts';

type Phase = Timeline['placements'][number]['phases'][number];

/** What an Application is doing, as one of the states that the drawing knows; calm ones are thin. */
export const phaseStates = {
  settled: { meaning: 'synced and healthy', height: 6 },
  progressing: { meaning: 'synced, not yet healthy', height: 12 },
  syncing: { meaning: 'a sync is running', height: 16 },
  'out-of-sync': { meaning: 'out of sync', height: 16 },
  degraded: { meaning: 'degraded, or its sync failed', height: 18 },
  unknown: { meaning: 'absent or unknown', height: 6 },
} as const;
export type PhaseState = keyof typeof phaseStates;

export function stateOf({ sync, health, operation }: Phase): PhaseState {
  if (operation === 'Running' || operation === 'Terminating') return 'syncing';
  if (health === 'Degraded') return 'degraded';
  if (sync === 'OutOfSync')
    return operation === 'Failed' || operation === 'Error' ? 'degraded' : 'out-of-sync';
  if (sync !== 'Synced') return 'unknown';
  return health === 'Healthy' ? 'settled' : 'progressing';
}

/** A stretch of one state, with what the Application said at its beginning. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly state: PhaseState;
  readonly phase: Phase;
}

/** Phases as stretches until `end`; neighbours in one state are one stretch. */
export function stretchesOf(phases: readonly Phase[], end: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, phase] of phases.entries()) {
    const to = Math.max(phase.at, phases[index + 1]?.at ?? end);
    const state = stateOf(phase);
    const last = stretches.at(-1);
    if (last?.state === state) stretches[stretches.length - 1] = { ...last, to };
    else stretches.push({ from: phase.at, to, state, phase });
  }
  return stretches;
}
