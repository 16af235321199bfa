import { readFileSync } from 'node:fs';
import { constraintOf } from './constraint.ts';
import type { ConstraintTemplate, ParameterSchema } from './constraint-template.ts';
import type { MatchKinds } from './match.ts';
import type { Policy, ReferencedKind } from './policy.ts';

/** What is written down of a policy; its Rego is `template.rego` beside its module. */
interface Definition<Parameters extends object> {
  readonly kind: `K8s${string}`;
  readonly about: string;
  readonly source?: string;
  /** `import.meta.url` of the module that defines it. */
  readonly module: string;
  readonly kinds: readonly MatchKinds[];
  /** The version of the Rego language; `v1` by default. */
  readonly rego?: 'v0' | 'v1';
  /** Files of `libs/` that its Rego imports. */
  readonly libs?: readonly ('pods' | 'scale' | 'selectors')[];
  readonly references?: readonly ReferencedKind[];
  /** One schema for each parameter, none more, none less. */
  readonly parameters?: { readonly [Name in keyof Parameters]-?: ParameterSchema };
}

/** No name is one of a parameter. */
export interface NoParameters {
  readonly [name: string]: never;
}

/** @throws when the Rego file cannot be read */
export function definePolicy<Parameters extends object = NoParameters>(
  definition: Definition<Parameters>,
): Policy<Parameters> {
  const { kind, about, source, kinds, references = [] } = definition;
  const template = templateOf(definition);
  return {
    kind,
    about,
    ...(source === undefined ? {} : { source }),
    folder: new URL('.', definition.module).href,
    kinds,
    references,
    template,
    constraint: (spec) => constraintOf(kind, kinds, spec),
    objects: (constraints) => ({
      [template.metadata.name]: template,
      ...Object.fromEntries(
        Object.entries(constraints).map(([name, spec]) => [name, constraintOf(kind, kinds, spec)]),
      ),
    }),
  };
}

function templateOf<Parameters extends object>(definition: Definition<Parameters>): ConstraintTemplate {
  const { kind, module, rego = 'v1', libs = [], references = [], parameters } = definition;
  const read = (path: string, base: string): string => readFileSync(new URL(path, base), 'utf8');
  return {
    apiVersion: 'templates.gatekeeper.sh/v1',
    kind: 'ConstraintTemplate',
    metadata: {
      name: kind.toLowerCase(),
      ...(references.length === 0 ? {} : { annotations: syncAnnotation(references) }),
    },
    spec: {
      crd: {
        spec: {
          names: { kind },
          ...(parameters === undefined
            ? {}
            : { validation: { openAPIV3Schema: { type: 'object', properties: parameters } } }),
        },
      },
      targets: [
        {
          target: 'admission.k8s.gatekeeper.sh',
          code: [
            {
              engine: 'Rego',
              source: {
                version: rego,
                rego: read('template.rego', module),
                ...(libs.length === 0
                  ? {}
                  : { libs: libs.map((lib) => read(`../libs/${lib}.rego`, import.meta.url)) }),
              },
            },
          ],
        },
      ],
    },
  };
}

/** Tells Gatekeeper's own tools (`gator sync test`) what has to be replicated: a list of needs, each a list of choices. */
function syncAnnotation(references: readonly ReferencedKind[]): Readonly<Record<string, string>> {
  const needs = references.map(({ group, version, kind }) => [
    { groups: [group], versions: [version], kinds: [kind] },
  ]);
  return { 'metadata.gatekeeper.sh/requires-sync-data': JSON.stringify(needs) };
}
