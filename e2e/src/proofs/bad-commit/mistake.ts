import type { KubernetesObject, Placement, ResolvedFleet } from '@seatrial/compiler';
import { isHook } from '../../trial/differences/placement-objects.ts';
import { adjustObject, withAnnotation, withImageTag, withInvalidLabel } from './adjust-object.ts';

export const mistakeNames = ['failing-hook', 'image-never-ready', 'invalid-manifest'] as const;
export type MistakeName = (typeof mistakeNames)[number];

/** One bad commit: the object that is wrong, and one beside it that the same commit changes rightly. */
export interface Mistake {
  readonly name: MistakeName;
  readonly placement: string;
  readonly object: KubernetesObject;
  /** Absent: the placement has none that comes after the wrong one. */
  readonly bystander?: KubernetesObject;
}

/** Annotation that the commit changes on the bystander. */
export const bystanderMark = 'seatrial/bystander';

/** One of each kind that the fleet can make, on different placements where it has enough. */
export function mistakesOf(fleet: ResolvedFleet): Mistake[] {
  const taken = new Set<string>();
  return mistakeNames.flatMap((name) => {
    const fit = fleet.placements
      .filter(({ sync }) => sync.automated)
      .flatMap((placement) => mistakeIn(placement, name));
    const free = fit.filter(({ placement }) => !taken.has(placement));
    const among = free.length > 0 ? free : fit;
    const mistake = among.find(({ bystander }) => bystander !== undefined) ?? among[0];
    if (mistake !== undefined) taken.add(mistake.placement);
    return mistake ?? [];
  });
}

function mistakeIn(placement: Placement, name: MistakeName): Mistake[] {
  const objects = placement.objects.map(({ object }) => object);
  const made = objects
    .filter((one) => isFit[name](one))
    .map((object) => {
      const bystander = objects.find((one) => one !== object && comesAfter[name](one, object));
      return { name, placement: placement.name, object, ...(bystander === undefined ? {} : { bystander }) };
    });
  const best = made.find(({ bystander }) => bystander !== undefined) ?? made[0];
  return best === undefined ? [] : [best];
}

/** Whether an object must be left as it is when the other is wrong. */
const comesAfter: Readonly<Record<MistakeName, (one: KubernetesObject, wrong: KubernetesObject) => boolean>> =
  {
    'failing-hook': isCalm,
    'image-never-ready': isOfLaterWave,
    // Argo CD tries no more than the form of a manifest before it begins. Source: applyObject in gitops-engine, pkg/sync.
    'invalid-manifest': (one, wrong) => isCalm(one) && isOfLaterWave(one, wrong),
  };

/** What is in its own wave is applied with it. */
function isOfLaterWave(one: KubernetesObject, wrong: KubernetesObject): boolean {
  return !isHook(one) && waveOf(one) > waveOf(wrong);
}

function waveOf({ metadata }: KubernetesObject): number {
  return Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
}

const isFit: Readonly<Record<MistakeName, (object: KubernetesObject) => boolean>> = {
  // Before anything else is made: a later hook fails when the rest is there.
  'failing-hook': ({ kind, metadata }) =>
    kind === 'Job' && metadata.annotations?.['argocd.argoproj.io/hook'] === 'PreSync',
  'image-never-ready': (object) => object.kind === 'Deployment' && !isHook(object) && keepsServing(object),
  'invalid-manifest': isCalm,
};

function isCalm(object: KubernetesObject): boolean {
  return ['ConfigMap', 'ServiceAccount', 'Service', 'NetworkPolicy'].includes(object.kind) && !isHook(object);
}

/** Pods are there to serve, and a rollout leaves the old ones until there are new ones. */
function keepsServing(object: KubernetesObject): boolean {
  const spec = object['spec'] as { replicas?: number; strategy?: { type?: string } };
  return (spec.replicas ?? 1) > 0 && spec.strategy?.type !== 'Recreate';
}

/** The fleet with this mistake in it. */
export function withMistake(
  fleet: ResolvedFleet,
  { name, placement, object, bystander }: Mistake,
): ResolvedFleet {
  const wrong = adjustObject(fleet, placement, object, (one) => {
    if (name === 'invalid-manifest') return withInvalidLabel(one);
    return withImageTag(one, name === 'failing-hook' ? 'fails' : 'never-ready');
  });
  if (bystander === undefined) return wrong;
  return adjustObject(wrong, placement, bystander, (one) => withAnnotation(one, bystanderMark, name));
}

/** Mistakes that can be made in one commit: no two of one placement. */
export function batchesOf(mistakes: readonly Mistake[]): Mistake[][] {
  const batches: Mistake[][] = [];
  for (const mistake of mistakes) {
    const batch = batches.find((one) => one.every(({ placement }) => placement !== mistake.placement));
    if (batch === undefined) batches.push([mistake]);
    else batch.push(mistake);
  }
  return batches;
}
