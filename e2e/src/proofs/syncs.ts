import type { Claim, ProofKind } from '../trial/claim.ts';
import type { Trial } from '../trial/trial.ts';
import { Disproof } from '../run/outcome-errors.ts';
import { isHook, placementObjects } from '../trial/differences/placement-objects.ts';
import { lookAtStatus } from '../trial/settle.ts';
import { short } from '../trial/tree-revision.ts';
import { firstSync } from './syncs/first-sync.ts';
import { settleOrDisprove } from './syncs/settle-or-disprove.ts';

/**
 * `Synced` alone proves nothing: it can be said of an older revision (argo-cd#26530, #7680). So the revision is compared
 * with the pushed one, and every live object with the compiled one.
 */
export const syncsProof: ProofKind & { prove(trial: Trial, claims: readonly Claim[]): Promise<void> } = {
  name: 'syncs',
  title: 'Sync',
  promise:
    'Argo CD brings every automated placement to exactly the pushed revision, until it is healthy and its live objects equal the compiled ones.',

  derive: (fleet) =>
    fleet.placements
      .filter(({ sync }) => sync.automated)
      .map(({ name, cluster }) => ({
        id: `syncs/${name}`,
        kind: 'syncs',
        sentence: `${name} is synced to exactly the pushed revision, healthy, and equal to what was compiled.`,
        placement: name,
        cluster,
      })),

  async prove(trial, claims) {
    await Promise.all(claims.map(async (claim) => await proveOne(trial, claim)));
  },
};

async function proveOne(trial: Trial, claim: Claim): Promise<void> {
  const name = claim.placement ?? '';
  await trial.prove(claim, async (notes) => {
    await settleOrDisprove(trial, name);
    const status = lookAtStatus(trial.placement(name), trial.application(name), trial.published);
    if (!status.met) throw new Disproof(`${name} did not stay as it was: ${status.seen}`);
    const { revision, synced, operationRevision } = status.value;
    notes.saw(
      synced
        ? `operation at ${short(revision)} succeeded`
        : `nothing of it changed in ${short(revision)}: what is there was made by the operation at ${short(operationRevision)}`,
    );
    const objects = placementObjects(trial.placement(name)).filter((object) => !isHook(object));
    notes.saw(`${String(objects.length)} objects are live as they were compiled`);
    notes.measure('equal objects', objects.length, 'objects');
    const times = firstSync(trial, name);
    for (const [title, at] of Object.entries(times)) {
      notes.measure(title, Math.round(at - trial.published.at), 'ms');
    }
  });
}
