import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { Placement } from '../../resolved/placement.ts';
import { commonTemplate, type Difference } from './common-template.ts';
import { parameterName, templateBody, type Generated } from './template-body.ts';
import { templatePatch, type PatchedField } from './template-patch.ts';
import type { Parameter } from './text-template.ts';

/** One element a placement, which carries exactly what differs from one Application to the next. */
export function listGenerator(
  placements: readonly Placement[],
  applications: readonly KubernetesObject[],
): Generated {
  const bodies = applications.map(templateBody);
  const carried = new Map<string, readonly unknown[]>([['name', placements.map(({ name }) => name)]]);
  for (const name of ['application', 'environment', 'cluster', 'namespace', 'revision'] as const) {
    const values = placements.map((placement) => placement[name]);
    if (new Set(values).size > 1) carried.set(name, values);
  }
  const found = commonTemplate(bodies, parameters(carried)).differences;
  for (const { path, values } of found.filter(isText)) {
    carried.set(parameterName(path, new Set(carried.keys())), values);
  }
  const { template, differences } = commonTemplate(bodies, parameters(carried));
  const fields = differences.map((difference): PatchedField => {
    const name = parameterName(difference.path, new Set(carried.keys()));
    carried.set(name, difference.values);
    return patchedField(name, difference);
  });
  for (const name of ['namespace', 'revision']) {
    if (!JSON.stringify(template).includes(`{{ .${name} }}`)) carried.delete(name);
  }
  const elements = placements.map((_, index) =>
    Object.fromEntries(
      [...carried].map(([name, values]) => [name, values[index]]).filter(([, value]) => value !== undefined),
    ),
  );
  return {
    generators: [{ list: { elements } }],
    template,
    ...(fields.length === 0 ? {} : { templatePatch: templatePatch(fields) }),
  };
}

function parameters(carried: ReadonlyMap<string, readonly unknown[]>): Parameter[] {
  return [...carried].map(([name, values]) => ({ expression: `.${name}`, values: values.map(String) }));
}

export function isText(difference: Difference): boolean {
  return difference.values.every((value) => typeof value === 'string');
}

function patchedField(name: string, { path, values }: Difference): PatchedField {
  return {
    path,
    condition: `hasKey . "${name}"`,
    present: values.map((value) => value !== undefined),
    value: () => ` {{ toJson .${name} }}`,
  };
}
