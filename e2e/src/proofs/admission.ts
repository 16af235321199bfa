import type { KubernetesObject } from '@seatrial/compiler';
import { NotProvenHere } from '../run/outcome-errors.ts';
import type { Claim, ProofKind } from '../trial/claim.ts';
import type { Notes, Trial } from '../trial/trial.ts';
import { candidatesFor, objectsToTry, podOf, type Candidate } from './admission/candidates.ts';
import { isAbout, refusingConstraints, type Constraint } from './admission/constraints.ts';
import { gatekeeperReady } from './admission/gatekeeper-ready.ts';
import { provePodsRefused } from './admission/prove-pods-refused.ts';
import { proveRefused } from './admission/prove-refused.ts';
import { proveWebhookDown } from './admission/prove-webhook-down.ts';

/** Source: Gatekeeper, "How to use Gatekeeper" and "Failing Closed". */
export const admissionProof: ProofKind & { prove(trial: Trial, claims: readonly Claim[]): Promise<void> } = {
  name: 'admission',
  title: 'Admission',
  promise:
    'The API server refuses what a constraint of the fleet refuses, at the workload and at its pods, and lets in what the fleet has; without Gatekeeper it refuses for another reason.',

  derive: (fleet) =>
    fleet.clusters.flatMap(({ name: cluster }) => {
      const constraints = refusingConstraints(fleet, cluster);
      if (constraints.length === 0) return [];
      return [
        ...constraints.map(({ name }) => ({
          id: `admission/${cluster}/${name}`,
          kind: 'admission' as const,
          sentence: `${name} refuses at the API server of ${cluster} what its own Rego refuses`,
          cluster,
        })),
        {
          id: webhookClaim(cluster),
          kind: 'admission' as const,
          sentence: `With Gatekeeper of ${cluster} away, refusals are for that reason and not for a policy; with it back, the policies hold`,
          cluster,
        },
      ];
    }),

  async prove(trial, claims) {
    const clusters = [...new Set(claims.flatMap(({ cluster }) => cluster ?? []))];
    await Promise.all(
      clusters.map((cluster) =>
        proveCluster(
          trial,
          cluster,
          claims.filter((claim) => claim.cluster === cluster),
        ),
      ),
    );
  },
};

function webhookClaim(cluster: string): string {
  return `admission/${cluster}/webhook-away`;
}

async function proveCluster(trial: Trial, cluster: string, claims: readonly Claim[]): Promise<void> {
  const { fleet } = trial.published;
  const constraints = refusingConstraints(fleet, cluster);
  const objects = objectsToTry(fleet, cluster);
  await Promise.all(
    claims.map(async (claim) => {
      const constraint = constraints.find(({ name }) => claim.id === `admission/${cluster}/${name}`);
      if (constraint === undefined) return;
      await trial.prove(claim, (notes) => proveConstraint(trial, { cluster, constraint, objects, notes }));
    }),
  );
  // Only now: a webhook that is away refuses everything.
  const away = claims.find(({ id }) => id === webhookClaim(cluster));
  if (away === undefined) return;
  await trial.prove(away, async (notes) => {
    const { kubernetes, gatekeeper } = withGatekeeper(trial, cluster);
    for (const constraint of constraints) {
      const [candidate] = await candidatesFor(trial.subject, cluster, constraint, objects);
      if (candidate === undefined) continue;
      await proveWebhookDown(trial.run, { kubernetes, gatekeeper }, { constraint, candidate, notes });
      return;
    }
    throw new NotProvenHere(`no object of ${cluster} can be changed so that a constraint refuses it`);
  });
}

interface Turn {
  readonly cluster: string;
  readonly constraint: Constraint;
  readonly objects: readonly KubernetesObject[];
  readonly notes: Notes;
}

/** At the object itself, and where the constraint is about pods, at a pod and at the ReplicaSet that is to make it. */
async function proveConstraint(trial: Trial, { cluster, constraint, objects, notes }: Turn): Promise<void> {
  const { kubernetes } = withGatekeeper(trial, cluster);
  await gatekeeperReady(trial.run, kubernetes, trial.published.fleet);
  const find = (among: readonly KubernetesObject[]): Promise<Candidate[]> =>
    candidatesFor(trial.subject, cluster, constraint, among);
  const ofObjects = await find(objects);
  const ofPods = isAbout(constraint, 'Pod') ? await find(objects.flatMap((one) => podOf(one) ?? [])) : [];
  if (ofObjects.length + ofPods.length === 0)
    throw new NotProvenHere(`no object of ${cluster} can be changed so that ${constraint.id} refuses it`);
  if (ofObjects.length > 0) await proveRefused(kubernetes, constraint, ofObjects, notes);
  if (ofPods.length === 0) return;
  const { mutated } = await proveRefused(kubernetes, constraint, ofPods, notes);
  await provePodsRefused(trial.run, kubernetes, { constraint, pod: mutated, notes });
}

function withGatekeeper(trial: Trial, cluster: string) {
  const { kubernetes, gatekeeper } = trial.cluster(cluster);
  if (gatekeeper === undefined) throw new NotProvenHere(`the rehearsal has no Gatekeeper on ${cluster}`);
  return { kubernetes, gatekeeper };
}
