import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse, parseAllDocuments } from 'yaml';
import type { ShippedPolicy } from '../../src/index.ts';

/** A constraint that cases are reviewed against. */
export interface CaseConstraint {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: { readonly parameters?: Readonly<Record<string, unknown>> };
}

/** One file of `cases/allowed` or `cases/denied`; README.md says what its fields mean. */
export interface Case {
  /** For example `denied/no-tag`. */
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

export function constraintsOf(policy: ShippedPolicy): readonly CaseConstraint[] {
  const text = readFileSync(new URL('cases/constraints.yaml', policy.folder), 'utf8');
  return parseAllDocuments(text).map((document) => document.toJS() as CaseConstraint);
}

export function casesOf(policy: ShippedPolicy, verdict: 'allowed' | 'denied'): readonly Case[] {
  const folder = new URL(`cases/${verdict}/`, policy.folder);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      name: `${verdict}/${file.replace(/\.yaml$/, '')}`,
      content: parse(readFileSync(new URL(file, folder), 'utf8')) as Case['content'],
    }));
}
