import { describeObject } from '../objects/object-id.ts';
import { isRecord } from '../objects/merge-patch.ts';
import type { ChartStep, Plan, PlanStep } from './plan-step.ts';
import type { JsonChange } from './json-changes.ts';

const signs = { create: '+', change: '~', adopt: '>', move: '>', delete: '-' } as const;

/** Longest text of a value; the rest of it is cut off. */
const longestValue = 60;
/** Changes of one object that are shown; more are counted. */
const mostChanges = 6;

/**
 * A plan as lines for people: cluster by cluster and owner by owner; in each, what decides how much serves (replicas,
 * hosts) comes first. Without a step, one line that says so.
 */
export function textOfPlan({ steps, charts }: Plan): string {
  if (steps.length === 0 && charts.length === 0) return 'No object changes.\n';
  const entries = [
    ...steps.flatMap((step) => [
      { ...step.at, rank: rankOf(step), lines: linesOf(step) },
      ...(step.action === 'move' ? [{ ...step.from, rank: rankOf(step), lines: [departure(step)] }] : []),
    ]),
    ...charts.map((step) => ({ ...step, rank: 3, lines: linesOfChart(step) })),
  ];
  const lines: string[] = [];
  for (const [cluster, here] of Map.groupBy(entries, (entry) => entry.cluster)) {
    lines.push(cluster);
    for (const [owner, own] of Map.groupBy(here, (entry) => entry.owner)) {
      lines.push(`  ${owner}`);
      const sorted = [...own].sort((left, right) => left.rank - right.rank);
      lines.push(...sorted.flatMap((entry) => entry.lines.map((line) => `    ${line}`)));
    }
  }
  return `${[...lines, countsOfPlan({ steps, charts })].join('\n')}\n`;
}

/** `3 to create, 14 to change, 2 to delete`; charts whose objects are not known are counted apart. */
export function countsOfPlan({ steps, charts }: Plan): string {
  const counted = (['create', 'change', 'adopt', 'move', 'delete'] as const).flatMap((action) => {
    const count = steps.filter((step) => step.action === action).length;
    return count === 0 ? [] : [`${count} to ${action}`];
  });
  const unknown = charts.length === 0 ? [] : [`${charts.length} charts whose objects are not known`];
  return [...counted, ...unknown].join(', ') || 'no object changes';
}

/** 0: replicas; 1: hosts; 2: any other object; 3: what is not known. */
function rankOf(step: PlanStep): number {
  if (changesOf(step).some(({ path }) => /^\/spec\/(replicas|minReplicas|maxReplicas)$/.test(path))) return 0;
  return step.at.object.kind === 'HorizontalPodAutoscaler' ? 0 : step.at.object.kind === 'Ingress' ? 1 : 2;
}

function linesOf(step: PlanStep): string[] {
  const what = describeObject(step.at.object);
  const stays = step.action === 'delete' ? staysText(step.stays) : '';
  const from =
    step.action === 'adopt'
      ? ` from ${step.from}`
      : step.action === 'move'
        ? ` from ${step.from.cluster === step.at.cluster ? describeObject(step.from.object) : step.from.cluster}`
        : '';
  return [`${signs[step.action]} ${step.action} ${what}${from}${stays}`, ...linesOfChanges(changesOf(step))];
}

/** The other end of a move, so that a cluster shows all that becomes of it. */
function departure({ at, from, stays }: Extract<PlanStep, { action: 'move' }>): string {
  const to = from.cluster === at.cluster ? describeObject(at.object) : at.cluster;
  return `< ${describeObject(from.object)} moves to ${to}${staysText(stays)}`;
}

function staysText(stays: string | undefined): string {
  return stays === undefined ? '' : ` (stays in the cluster: ${stays})`;
}

function linesOfChart(step: ChartStep): string[] {
  const sentence =
    step.action === 'change'
      ? `the values or the version of the chart ${step.component} change: its objects are not known`
      : `${step.action} the chart ${step.component}: its objects are not known`;
  return [`${signs[step.action]} ${sentence}`, ...linesOfChanges(step.changes)];
}

function changesOf(step: PlanStep): readonly JsonChange[] {
  return 'changes' in step ? step.changes : [];
}

function linesOfChanges(changes: readonly JsonChange[]): string[] {
  const first = [...changes].sort((left, right) => weight(left) - weight(right)).slice(0, mostChanges);
  const rest = changes.length - first.length;
  return [
    ...first.map((change) => `    ${textOfChange(change)}`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
  ];
}

function weight({ path }: JsonChange): number {
  return /replicas/i.test(path) ? 0 : path.endsWith('/host') ? 1 : 2;
}

function textOfChange({ path, before, after }: JsonChange): string {
  return `${path}: ${valueText(before)} → ${valueText(after)}`;
}

function valueText(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (isRecord(value) && Object.keys(value).length === 0) return '{}';
  const text = JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
}
