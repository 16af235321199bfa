import type { Placed, Rule } from './rule.ts';

/** Rules by the place they look at, so that one walk through an object reaches all of them. */
export interface RuleTree {
  readonly rules: readonly Rule[];
  /** By field name. */
  readonly fields: ReadonlyMap<string, RuleTree>;
  /** Every item of the list, and every entry of the object, that stands here. */
  readonly members: RuleTree | undefined;
}

export function ruleTree(placed: readonly Placed[], depth = 0): RuleTree {
  const here = placed.filter(({ path }) => path.length === depth);
  const names = new Set(placed.flatMap(({ path }) => path[depth] ?? []));
  const below = (name: string): RuleTree =>
    ruleTree(
      placed.filter(({ path }) => path[depth] === name),
      depth + 1,
    );
  return {
    rules: here.map(({ rule }) => rule),
    fields: new Map([...names].filter((name) => name !== '*').map((name) => [name, below(name)])),
    members: names.has('*') ? below('*') : undefined,
  };
}
