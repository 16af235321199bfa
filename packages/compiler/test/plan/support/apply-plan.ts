import {
  objectKey,
  type JsonChange,
  type KubernetesObject,
  type PlanStep,
  type Seat,
} from '../../../src/index.ts';

/** Objects by cluster and identity, with their owners. */
export type Held = Map<string, { readonly owner: string; readonly content: unknown }>;

export function heldKey({ cluster, object }: Pick<Seat, 'cluster' | 'object'>): string {
  return `${cluster}/${objectKey(object)}`;
}

/** What is held after every step was taken. */
export function applyPlan(held: Held, steps: readonly PlanStep[]): Held {
  const after: Held = new Map(held);
  for (const step of steps) {
    if (step.action === 'delete') after.delete(heldKey(step.at));
    if (step.action === 'move') after.delete(heldKey(step.from));
  }
  for (const step of steps) {
    const key = heldKey(step.at);
    const { owner } = step.at;
    if (step.action === 'create' || step.action === 'move') after.set(key, { owner, content: step.after });
    if (step.action === 'change' || step.action === 'adopt')
      after.set(key, { owner, content: changed(held.get(key)?.content, step.changes) });
  }
  return after;
}

/** Applies changes at their JSON pointers. */
export function changed(value: unknown, changes: readonly JsonChange[]): unknown {
  const root: { value: unknown } = { value: structuredClone(value) };
  for (const change of changes) {
    const path = change.path
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    let at = root as Record<string, unknown>;
    const keys = ['value', ...path];
    for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
    const last = keys.at(-1) ?? 'value';
    if ('after' in change) at[last] = change.after;
    else delete at[last];
  }
  return root.value as KubernetesObject;
}
