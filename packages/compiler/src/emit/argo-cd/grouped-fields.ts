import { yamlText } from '../yaml/yaml-text.ts';
import { commonTemplate, type Difference } from './common-template.ts';
import type { PatchedField } from './template-patch.ts';
import type { Parameter } from './text-template.ts';

/** Ways to tell Applications apart by parameters that they carry anyway, the simplest first. */
export interface Grouping {
  /** Parameters that are equal inside a group. */
  readonly by: readonly Parameter[];
}

/** By application, by environment, by both. */
export function groupings(application: Parameter, environment: Parameter): Grouping[] {
  return [{ by: [application] }, { by: [environment] }, { by: [application, environment] }];
}

/**
 * One field of the patch a group, where inside each group of Applications the parameters say the difference, or
 * undefined where no grouping is fine enough.
 */
export function groupedFields(
  difference: Difference,
  ways: readonly Grouping[],
  parameters: readonly Parameter[],
): PatchedField[] | undefined {
  for (const { by } of ways) {
    const groups = Map.groupBy(difference.values.keys(), (index) =>
      by.map(({ values }) => values[index]).join('/'),
    );
    const fields = [...groups.values()].map((members) => groupField(difference, members, by, parameters));
    if (fields.every((field) => field !== undefined)) return fields.flat();
  }
  return undefined;
}

/** The field of one group, none where no member has it, undefined where the members cannot share one. */
function groupField(
  { path, values }: Difference,
  members: readonly number[],
  by: readonly Parameter[],
  parameters: readonly Parameter[],
): PatchedField[] | undefined {
  const own = members.map((index) => values[index]);
  if (own.every((value) => value === undefined)) return [];
  const { template, differences } = commonTemplate(
    own,
    parameters.map(({ expression, values: all }) => ({
      expression,
      values: members.map((index) => all[index] ?? ''),
    })),
  );
  if (differences.length > 0) return undefined;
  const tests = by.map(({ expression, values: all }) => `eq ${expression} "${all[members[0] ?? 0] ?? ''}"`);
  return [
    {
      path,
      condition: tests.length === 1 ? tests.join('') : `and ${tests.map((test) => `(${test})`).join(' ')}`,
      present: values.map((_, index) => members.includes(index)),
      lines: yamlText({ [path.at(-1) ?? '']: template })
        .trimEnd()
        .split('\n'),
    },
  ];
}
