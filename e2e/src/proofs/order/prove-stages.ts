import type { KubernetesObject, Placement } from '@seatrial/compiler';
import { Disproof } from '../../run/outcome-errors.ts';
import { awaitStatus } from '../../trial/settle.ts';
import type { Notes, Trial } from '../../trial/trial.ts';
import { lifeOf, type Life } from './life.ts';
import {
  describeViolations,
  firstWritten,
  nameOf,
  orderViolations,
  type LivedStage,
} from './order-of-stages.ts';
import { orderedObjects } from './ordered-objects.ts';
import { stageName, stagesOf } from './stages.ts';

/** Compares what was seen of a placement's first sync with the order that the model gives. */
export async function proveStages(trial: Trial, placement: Placement, notes: Notes): Promise<void> {
  await awaitStatus(trial, placement.name);
  const { sightings } = trial.recorder(placement.cluster);
  // The model's own order, whatever was pushed: a stand-in adds what a chart brings, and changes no wave.
  const stages = stagesOf([
    ...placement.objects.map(({ object }) => object),
    ...chartObjects(trial, placement.name),
  ]).map((stage) => ({
    name: stageName(stage),
    lives: stage.objects.map((object) => lifeOf(object, placement.namespace, sightings)),
  }));
  const violations = orderViolations(stages);
  if (violations.length > 0) throw new Disproof(describeViolations(violations));
  tellStages(stages, notes);
}

function chartObjects(trial: Trial, placement: string): readonly KubernetesObject[] {
  return orderedObjects({ ...trial.placement(placement), objects: [] });
}

function tellStages(stages: readonly LivedStage[], notes: Notes): void {
  const began = firstWritten(stages.flatMap(({ lives }) => lives))?.written?.at ?? 0;
  for (const { name, lives } of stages) {
    const first = firstWritten(lives);
    const last = Math.max(...lives.map(({ healthy }) => healthy?.at ?? 0));
    if (first?.written === undefined) continue;
    notes.saw(
      `${name}: ${objects(lives)}, first ${nameOf(first)} ${after(first.written.at - began)}, all healthy ${after(last - began)}`,
    );
  }
  const late = stages.flatMap(({ lives }) => lives.filter(({ seenFromStart }) => !seenFromStart));
  if (late.length > 0) {
    notes.saw(
      `already healthy when first seen, as their kinds were defined just before, so only their making is compared: ${late.map(nameOf).join(', ')}`,
    );
  }
  notes.measure('stages', stages.length, 'times');
}

function objects(lives: readonly Life[]): string {
  return lives.length === 1 ? '1 object' : `${String(lives.length)} objects`;
}

function after(milliseconds: number): string {
  return `after ${(milliseconds / 1000).toFixed(1)} s`;
}
