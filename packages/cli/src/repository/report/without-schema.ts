import { groupOf } from '@seatrial/compiler';
import type { Coverage } from '@seatrial/validator';
import type { DefinitionSource } from '../../cache/schema-entries.ts';
import { knownDefinitions } from '../schemas/known-definitions.ts';
import type { LocatedFinding } from '../../findings/located-finding.ts';

/** The code of objects whose kind has no schema. */
const noSchema = 'SEA3005';

/**
 * Kinds without a schema, told once for the whole repository: each of its folders counts as a cluster, and would say it
 * again.
 */
export function withoutSchema(
  findings: readonly LocatedFinding[],
  coverage: readonly Coverage[],
  missing: readonly DefinitionSource[],
  path: string,
): readonly LocatedFinding[] {
  if (!findings.some(({ code }) => code === noSchema)) return findings;
  const counts = new Map<string, number>();
  for (const { apiVersion, kind, count } of coverage.flatMap(({ unchecked }) => unchecked)) {
    const key = `${apiVersion} ${kind}`;
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  const told = new Set(
    findings.flatMap(({ code, sentence }) =>
      code === noSchema ? (/ of (\S+ \S+) w/.exec(sentence)?.[1] ?? []) : [],
    ),
  );
  const hintFor = (key: string): string => {
    const [apiVersion = '', kind = ''] = key.split(' ');
    const source = knownDefinitions(groupOf(apiVersion), kind);
    return missing.some(({ module }) => module === source?.module)
      ? `Run \`seatrial prepare ${path}\`, which fetches its definition.`
      : 'Add its CustomResourceDefinition to the repository, or accept the gap.';
  };
  const once = [...told].sort().map((kind): LocatedFinding => {
    const count = counts.get(kind) ?? 0;
    const sentence = `${count === 1 ? '1 object' : `${count} objects`} of ${kind} ${count === 1 ? 'was' : 'were'} not checked: no schema is known for this kind.`;
    return { code: noSchema, severity: 'warning', sentence, hint: hintFor(kind), place: {} };
  });
  return [...findings.filter(({ code }) => code !== noSchema), ...once];
}
