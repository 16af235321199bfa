import { NotProvenHere } from '../run/outcome-errors.ts';
import type { Claim, ProofKind } from '../trial/claim.ts';
import type { Notes, Trial } from '../trial/trial.ts';
import { addedElements } from './heals/added-element.ts';
import { candidates } from './heals/candidates.ts';
import { changedFields } from './heals/changed-field.ts';
import { changedLabels } from './heals/changed-label.ts';
import { deletedObjects } from './heals/deleted-object.ts';
import type { Drift } from './heals/drift.ts';
import { heal } from './heals/heal.ts';
import { proveLeft } from './heals/left.ts';
import { settleOrDisprove } from './syncs/settle-or-disprove.ts';

/** Seconds for a placement to be whole, before and after its drifts, before the run's patience. */
const wholeSeconds = 25;

/** Source: Argo CD, `docs/user-guide/auto_sync.md`, "Automatic Self-Healing"; and what its diff compares. */
export const healsProof: ProofKind & { prove(trial: Trial, claims: readonly Claim[]): Promise<void> } = {
  name: 'heals',
  title: 'Self-heal',
  promise:
    'Argo CD puts back what git names: a changed field or label, a deleted object, an element added to an atomic list. It leaves what the model ignores and what git does not name.',

  derive: (fleet) =>
    fleet.placements
      .filter(({ sync }) => sync.automated && sync.selfHeal)
      .map(({ name, cluster }) => ({
        id: `heals/${name}`,
        kind: 'heals',
        sentence: `What is changed in ${name} by hand is put back, and what git does not name is left.`,
        placement: name,
        cluster,
      })),

  async prove(trial, claims) {
    await Promise.all(
      claims.map(async (claim) =>
        trial.prove(claim, async (notes) => await proveOne(trial, claim.placement ?? '', notes)),
      ),
    );
  },
};

/** One drift after another: two at once would heal each other. */
async function proveOne(trial: Trial, name: string, notes: Notes): Promise<void> {
  await settleOrDisprove(trial, name, wholeSeconds);
  const placement = trial.placement(name);
  const objects = candidates(placement);
  const kinds: readonly [title: string, drifts: readonly Drift[]][] = [
    ['field to change', changedFields(objects)],
    ['label to change', changedLabels(objects)],
    ['atomic list to add to', addedElements(objects)],
    ['object to delete', deletedObjects(objects)],
  ];
  let healed = 0;
  for (const [title, drifts] of kinds) {
    if (await heal(trial, placement, drifts, notes)) healed += 1;
    else notes.saw(`no ${title} without harm to others`);
  }
  if (healed === 0)
    throw new NotProvenHere(`${name} has nothing that could be changed without harm to others`);
  await proveLeft(trial, placement, notes);
  await settleOrDisprove(trial, name, wholeSeconds);
  notes.saw('live objects are equal to the compiled ones again');
}
