import { everyObject } from '../every-object/rules.ts';
import type { Placed } from '../rule.ts';
import { ruleTree, type RuleTree } from '../rule-tree.ts';
import { access } from './access.ts';
import { cluster } from './cluster.ts';
import { configuration } from './configuration.ts';
import { jobs } from './jobs.ts';
import { networking } from './networking.ts';
import { serving } from './serving.ts';
import { storage } from './storage.ts';
import { workloads } from './workloads.ts';

const ofKind: Readonly<Record<string, readonly Placed[]>> = {
  ...workloads,
  ...jobs,
  ...configuration,
  ...networking,
  ...access,
  ...storage,
  ...serving,
  ...cluster,
};

/** Every rule and where it looks, for those who list them. */
export const allRules: readonly Placed[] = [...everyObject, ...Object.values(ofKind).flat()];

const ofAnyKind = ruleTree(everyObject);
const trees = new Map<string, RuleTree>();

/** The rules for the objects of one kind, whatever its version: those of every object, and its own. */
export function rulesOfKind(group: string, kind: string): RuleTree {
  const key = `${group}/${kind}`;
  if (!Object.hasOwn(ofKind, key)) return ofAnyKind;
  const tree = trees.get(key) ?? ruleTree([...everyObject, ...(ofKind[key] ?? [])]);
  trees.set(key, tree);
  return tree;
}
