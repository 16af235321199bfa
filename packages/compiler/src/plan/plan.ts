import type { KubernetesObject } from '../objects/kubernetes-object.ts';
import type { ResolvedFleet } from '../resolved/fleet.ts';
import { chartSteps, chartsKnownIn } from './chart-steps.ts';
import { jsonChanges } from './json-changes.ts';
import type { Plan, PlanStep, Seat } from './plan-step.ts';
import { seatsOf, type Seated } from './seats.ts';
import { staysBehind } from './stays.ts';

/**
 * What becomes of the objects of a fleet when another takes its place: pure, and empty for a fleet and itself. Objects
 * of a chart count where both sides know them; otherwise the chart is named in `charts`.
 */
export function plan(before: ResolvedFleet, after: ResolvedFleet): Plan {
  const isKnown = chartsKnownIn(before, after);
  const old = seatsOf(before, isKnown);
  const young = seatsOf(after, isKnown);
  const gone = [...old].flatMap(([key, seated]) => (young.has(key) ? [] : [seated]));
  const come = [...young].flatMap(([key, seated]) => (old.has(key) ? [] : [seated]));
  const moves = movesOf(gone, come);
  const moved = new Set(moves.values());
  const steps: PlanStep[] = [...young].flatMap(([key, seated]) => {
    const former = old.get(key);
    if (former !== undefined) return stepInPlace(former, seated);
    const from = moves.get(seated);
    return [from === undefined ? creation(seated) : move(from, seated, before, after)];
  });
  for (const seated of gone) if (!moved.has(seated)) steps.push(deletion(seated, before, after));
  return { steps: inOrder(steps, before, after), charts: chartSteps(before, after, isKnown) };
}

function stepInPlace(former: Seated, seated: Seated): PlanStep[] {
  const at = seatOf(seated);
  const changes = jsonChanges(former.content, seated.content);
  if (former.owner !== seated.owner) return [{ action: 'adopt', at, from: former.owner, changes }];
  return changes.length === 0 ? [] : [{ action: 'change', at, changes }];
}

function creation(seated: Seated): PlanStep {
  return { action: 'create', at: seatOf(seated), after: seated.content };
}

function deletion(seated: Seated, before: ResolvedFleet, after: ResolvedFleet): PlanStep {
  const stays = staysBehind(seated, before, after);
  return {
    action: 'delete',
    at: seatOf(seated),
    before: seated.content,
    ...(stays === undefined ? {} : { stays }),
  };
}

function move(from: Seated, to: Seated, before: ResolvedFleet, after: ResolvedFleet): PlanStep {
  const stays = staysBehind(from, before, after);
  return {
    action: 'move',
    at: seatOf(to),
    from: seatOf(from),
    before: from.content,
    after: to.content,
    changes: jsonChanges(homeless(from.content), homeless(to.content)),
    ...(stays === undefined ? {} : { stays }),
  };
}

/**
 * An object moves where it is clear which one it is: one goes and one comes with the same origin, first among those
 * that stay on their cluster, then among the others.
 */
function movesOf(gone: readonly Seated[], come: readonly Seated[]): Map<Seated, Seated> {
  const near = pairs(gone, come, ({ cluster, origin }) => `${cluster}/${origin}`);
  const left = new Set(near.values());
  const far = pairs(
    gone.filter((seated) => !left.has(seated)),
    come.filter((seated) => !near.has(seated)),
    ({ origin }) => origin,
  );
  return new Map([...near, ...far]);
}

function pairs(
  gone: readonly Seated[],
  come: readonly Seated[],
  key: (seated: Seated) => string,
): Map<Seated, Seated> {
  const leaving = Map.groupBy(gone, key);
  return new Map(
    [...Map.groupBy(come, key)].flatMap(([same, arriving]) => {
      const [to, ...others] = arriving;
      const [from, ...rest] = leaving.get(same) ?? [];
      return to === undefined || from === undefined || others.length + rest.length > 0
        ? []
        : [[to, from] as const];
    }),
  );
}

function seatOf({ cluster, object, owner }: Seated): Seat {
  return { cluster, object, owner };
}

function homeless(object: KubernetesObject): KubernetesObject {
  const { namespace: _, ...metadata } = object.metadata;
  return { ...object, metadata };
}

/** By cluster and owner as the fleet has them; within one, in the order in which the steps were found. */
function inOrder(steps: readonly PlanStep[], before: ResolvedFleet, after: ResolvedFleet): PlanStep[] {
  const clusters = places([...after.clusters, ...before.clusters].map(({ name }) => name));
  const owners = places([...after.placements, ...before.placements].map(({ name }) => name));
  const rank = (names: ReadonlyMap<string, number>, name: string) => names.get(name) ?? names.size;
  return [...steps].sort(
    ({ at: left }, { at: right }) =>
      rank(clusters, left.cluster) - rank(clusters, right.cluster) ||
      rank(owners, left.owner) - rank(owners, right.owner),
  );
}

function places(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].map((name, index) => [name, index]));
}
