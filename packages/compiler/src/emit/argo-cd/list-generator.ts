import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { Placement } from '../../resolved/placement.ts';
import { commonTemplate, type Difference } from './common-template.ts';
import { isUsed, templateBody, type Generated } from './generated.ts';
import { groupedFields, groupings } from './grouped-fields.ts';
import { parameterName } from './parameter-name.ts';
import { templatePatch, type PatchedField } from './template-patch.ts';
import type { Parameter } from './text-template.ts';

/** Short texts of a placement; an element carries those that differ and that the template names. */
const carriedFields = ['name', 'application', 'environment', 'cluster', 'namespace', 'revision'] as const;

/**
 * One element a placement, which carries exactly what differs from one Application to the next. What differs from one
 * application or environment to the next is written once each, in the patch.
 */
export function listGenerator(
  placements: readonly Placement[],
  applications: readonly KubernetesObject[],
): Generated {
  const [name, application, environment, ...others] = carriedFields.map((field) =>
    parameterOf(placements, field),
  );
  const always = [name, application, environment].filter((parameter) => parameter !== undefined);
  const parameters = [...always, ...others].filter((each) => each === name || new Set(each.values).size > 1);
  const { template, differences } = commonTemplate(applications.map(templateBody), parameters);

  const taken = new Set<string>(carriedFields);
  const structures: { name: string; values: readonly unknown[] }[] = [];
  const ways = application && environment ? groupings(application, environment) : [];
  const fields = differences.flatMap((difference) => {
    const grouped = groupedFields(difference, ways, parameters);
    if (grouped !== undefined) return grouped;
    const own = parameterName(difference.path, taken);
    taken.add(own);
    structures.push({ name: own, values: difference.values });
    return [structureField(own, difference)];
  });
  const patch = fields.length === 0 ? undefined : templatePatch(fields);
  const used = parameters.filter((each) => each === name || isUsed(each, template, patch));
  const elements = placements.map((_, index) => ({
    ...Object.fromEntries(used.map(({ expression, values }) => [expression.slice(1), values[index]])),
    ...Object.fromEntries(
      structures
        .filter(({ values }) => values[index] !== undefined)
        .map(({ name: own, values }) => [own, values[index]]),
    ),
  }));
  return {
    generators: [{ list: { elements } }],
    template,
    ...(patch === undefined ? {} : { templatePatch: patch }),
  };
}

function parameterOf(placements: readonly Placement[], field: (typeof carriedFields)[number]): Parameter {
  return { expression: `.${field}`, values: placements.map((placement) => placement[field]) };
}

/** A field that each element brings whole. */
function structureField(name: string, { path, values }: Difference): PatchedField {
  return {
    path,
    condition: `hasKey . "${name}"`,
    present: values.map((value) => value !== undefined),
    lines: [`${path.at(-1) ?? ''}: {{ toJson .${name} }}`],
  };
}
