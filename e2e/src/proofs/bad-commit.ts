import type { Claim, ProofKind } from '../trial/claim.ts';
import type { Notes, Trial } from '../trial/trial.ts';
import { asBefore } from './bad-commit/as-before.ts';
import { batchesOf, mistakesOf, withMistake, type Mistake, type MistakeName } from './bad-commit/mistake.ts';
import { othersUntouched } from './bad-commit/others-untouched.ts';
import { proveStopped } from './bad-commit/prove-stopped.ts';
import { operationMark } from './engine/await-application.ts';
import { endSyncOf } from './engine/end-sync.ts';
import { proveTogether } from './together/prove-together.ts';
import type { Rounds } from './together/rounds.ts';

/** Source: Argo CD user guide, "Sync Phases and Waves" and "Automated Sync Policy". */
export const badCommitProof: ProofKind & { prove(trial: Trial, claims: readonly Claim[]): Promise<void> } = {
  name: 'bad-commit',
  title: 'Bad commit',
  promise:
    'A commit that cannot work stops before what comes after it, says why, and leaves every other placement alone; its revert brings the old state back.',

  derive: (fleet) =>
    mistakesOf(fleet).map(({ name, placement, object }) => ({
      id: `bad-commit/${name}`,
      kind: 'bad-commit',
      sentence: sentences[name](`${object.kind} ${object.metadata.name} of ${placement}`),
      placement,
      ...clusterOf(fleet.placements, placement),
    })),

  async prove(trial, claims) {
    const made = mistakesOf(trial.published.fleet);
    const asked = made.filter(({ name }) => claims.some(({ id }) => id === `bad-commit/${name}`));
    for (const batch of batchesOf(asked)) {
      const its = claims.filter(({ id }) => batch.some(({ name }) => id === `bad-commit/${name}`));
      await proveTogether(trial, its, async ({ id }, notes, rounds) => {
        const mistake = batch.find(({ name }) => id === `bad-commit/${name}`);
        if (mistake !== undefined) await proveMistake(trial, { mistake, batch, notes, rounds });
      });
    }
  },
};

const sentences: Readonly<Record<MistakeName, (object: string) => string>> = {
  'failing-hook': (hook) => `A hook that fails (${hook}) stops the sync before it changes anything`,
  'image-never-ready': (workload) =>
    `An image that never becomes ready (${workload}) is seen, and the old pods go on serving`,
  'invalid-manifest': (object) =>
    `A manifest that the API server refuses (${object}) is named, and nothing that comes after its wave is applied`,
};

function clusterOf(
  placements: readonly { name: string; cluster: string }[],
  name: string,
): { cluster?: string } {
  const cluster = placements.find((one) => one.name === name)?.cluster;
  return cluster === undefined ? {} : { cluster };
}

interface Turn {
  readonly mistake: Mistake;
  readonly batch: readonly Mistake[];
  readonly notes: Notes;
  readonly rounds: Rounds;
}

async function proveMistake(trial: Trial, { mistake, batch, notes, rounds }: Turn): Promise<void> {
  const { placement: name } = mistake;
  const { bad, before } = await rounds.next('the bad commit', async () => ({
    before: new Map(trial.applications().map((one) => [one.name, operationMark(one)])),
    bad: await trial.publish('Bad commit', trial.published.model, {
      adjust: (fleet) => batch.reduce(withMistake, fleet),
    }),
  }));
  await proveStopped(trial, mistake, bad, notes);
  const wrong = new Set(batch.map(({ placement }) => placement));
  await othersUntouched(trial, { wrong, before, since: bad.at, notes });

  const good = await rounds.next('the revert', () => trial.revert('Revert the bad commit'));
  const ended = await endSyncOf(trial, name, bad.commits[trial.placement(name).revision] ?? '');
  if (ended)
    notes.saw(
      'the sync of the bad commit was still at it: a person ends it, as Argo CD starts no other meanwhile',
    );
  await trial.refresh({ applications: [name] });
  await asBefore(trial, name, notes);
  notes.measure('as before after the revert', trial.run.clock.now() - good.at, 'ms');
}
