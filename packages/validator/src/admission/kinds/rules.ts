import type { Placed } from '../rule.ts';
import { access } from './access.ts';
import { cluster } from './cluster.ts';
import { configuration } from './configuration.ts';
import { jobs } from './jobs.ts';
import { networking } from './networking.ts';
import { storage } from './storage.ts';
import { workloads } from './workloads.ts';

const ofKind: Readonly<Record<string, readonly Placed[]>> = {
  ...workloads,
  ...jobs,
  ...configuration,
  ...networking,
  ...access,
  ...storage,
  ...cluster,
};

/** The kinds that have rules of their own, as `group/Kind`. */
export const kindsWithRules: readonly string[] = Object.keys(ofKind);

/** The rules of one kind, whatever its version; none for a kind that has no rules of its own. */
export function rulesOfKind(group: string, kind: string): readonly Placed[] {
  const key = `${group}/${kind}`;
  return Object.hasOwn(ofKind, key) ? (ofKind[key] ?? []) : [];
}
