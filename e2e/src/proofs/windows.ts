import type { ResolvedFleet } from '@seatrial/compiler';
import { withMarks } from '../model-changes/with-marks.ts';
import type { Claim, ProofKind } from '../trial/claim.ts';
import type { Notes, Trial } from '../trial/trial.ts';
import { proveTogether } from './together/prove-together.ts';
import type { Rounds } from './together/rounds.ts';
import { proveDenied } from './windows/prove-denied.ts';
import { windowsInForce } from './windows/windows-in-force.ts';
import { deniedBy, withWindows, type WindowState } from './windows/with-windows.ts';

/** Source: Argo CD operator manual, "Sync Windows". */
export const windowsProof: ProofKind & { prove(trial: Trial, claims: readonly Claim[]): Promise<void> } = {
  name: 'windows',
  title: 'Sync windows',
  promise:
    'While a window denies, a commit is not synced, and a person may sync only where the window says so; when it allows again, the commit is synced at the next look. Kind, time zone and manual sync are the model’s, the hours are the rehearsal’s.',

  derive: (fleet) =>
    withWindowsOfTheirOwn(fleet).map(({ name, cluster, windows }) => ({
      id: `windows/${name}`,
      kind: 'windows',
      sentence: `${name} is not synced while its ${[...new Set(windows.map(({ kind }) => `${kind} window`))].join(' and its ')} says no, and is synced when it says yes`,
      placement: name,
      cluster,
    })),

  async prove(trial, claims) {
    const placements = withWindowsOfTheirOwn(trial.published.fleet);
    const states = (['a deny window is on', 'no allow window is on'] as const).filter((state) =>
      placements.some(({ windows }) => windows.some(({ kind }) => kind === deniedBy[state])),
    );
    const publish = publishing(trial, placements);
    await proveTogether(trial, claims, async ({ placement = '' }, notes, rounds) => {
      for (const state of states) await proveState(trial, { placement, state, publish, notes, rounds });
    });
  },
};

/** Argo CD syncs these without a person, when it may. */
function withWindowsOfTheirOwn(fleet: ResolvedFleet): ResolvedFleet['placements'] {
  return fleet.placements.filter(({ windows, sync }) => windows.length > 0 && sync.automated);
}

type Publish = (title: string, state: WindowState, mark?: string) => Promise<unknown>;

function publishing(trial: Trial, placements: ResolvedFleet['placements']): Publish {
  const { fleet, model } = trial.published;
  return async (title, state, mark) => {
    const marks = mark === undefined ? [] : placements.map((one) => ({ ...one, value: mark }));
    return trial.publish(`Windows: ${title}`, withMarks(model, fleet, marks), {
      adjust: (adjusted) => withWindows(adjusted, state, new Date()),
    });
  };
}

interface Turn {
  readonly placement: string;
  readonly state: WindowState;
  readonly publish: Publish;
  readonly notes: Notes;
  readonly rounds: Rounds;
}

/** The windows come first, then the commit: together, Argo CD may sync the commit before it has the windows. */
async function proveState(trial: Trial, { placement, state, publish, notes, rounds }: Turn): Promise<void> {
  const mark = state.replaceAll(' ', '-');
  await rounds.next(state, () => publish(state, state));
  await windowsInForce(trial, placement);
  await rounds.next(`a commit while ${state}`, () => publish(`a commit while ${state}`, state, mark));
  const now = trial.placement(placement);
  if (now.windows.some(({ kind }) => kind === deniedBy[state])) await proveDenied(trial, now, state, notes);
  else await trial.settle({ placements: [placement], within: 90 });

  await rounds.next(`allowed after ${state}`, () => publish('the windows allow', 'the windows allow', mark));
  await windowsInForce(trial, placement);
  const allowed = trial.run.clock.now();
  // Nothing tells Argo CD that a window has changed: it looks at its usual interval, or when it is asked.
  await trial.refresh({ applications: [placement] });
  await trial.settle({ placements: [placement], within: 90 });
  notes.measure(`synced after the window allowed it (${state})`, trial.run.clock.now() - allowed, 'ms');
}
