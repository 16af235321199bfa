import { isRecord } from '../json/is-record.ts';
import { constraintMatch } from './constraint-match.ts';
import { definitionKinds } from './definition-schemas.ts';
import type { JsonSchema } from './json-schema.ts';
import { bundleOf, type KindWithSchema, type SchemaBundle } from './schema-bundle.ts';

/**
 * The schemas of the constraints that ConstraintTemplates bring: Gatekeeper makes their definitions at run time, so
 * they are in no chart. A template that names no kind gives nothing; it is a finding when it is validated itself.
 * Source: open-policy-agent/frameworks, constraint/pkg/client/crds (CreateSchema, CreateCRD) as used by Gatekeeper 3.23.1.
 */
export function constraintSchemas(templates: readonly unknown[]): SchemaBundle {
  return bundleOf(templates.flatMap(constraintKinds));
}

/** The kinds of one template, with their schemas as values. */
export function constraintKinds(template: unknown): readonly KindWithSchema[] {
  if (!isRecord(template) || template['kind'] !== 'ConstraintTemplate') return [];
  const crd = field(field(template['spec'], 'crd'), 'spec');
  const kind = field(field(crd, 'names'), 'kind');
  if (typeof kind !== 'string') return [];
  const schema = {
    openAPIV3Schema: constraintSchema(parametersSchema(field(crd, 'validation'), template['apiVersion'])),
  };
  const version = { served: true, schema, subresources: { status: {} } };
  return definitionKinds({
    kind: 'CustomResourceDefinition',
    spec: {
      group: 'constraints.gatekeeper.sh',
      scope: 'Cluster',
      names: { kind },
      versions: [
        { name: 'v1beta1', ...version },
        { name: 'v1alpha1', ...version },
      ],
    },
  });
}

function constraintSchema(parameters: JsonSchema | undefined): JsonSchema {
  return {
    type: 'object',
    properties: {
      metadata: { type: 'object', properties: { name: { type: 'string', maxLength: 63 } } },
      spec: {
        type: 'object',
        properties: {
          match: constraintMatch,
          enforcementAction: { type: 'string' },
          scopedEnforcementActions,
          ...(parameters === undefined ? {} : { parameters }),
        },
      },
      status: { type: 'object' },
    },
  };
}

const scopedEnforcementActions = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      action: { type: 'string' },
      enforcementPoints: {
        type: 'array',
        items: { type: 'object', properties: { name: { type: 'string' } } },
      },
    },
  },
};

/** `legacySchema` (false in v1, true in v1beta1 unless set) opens the parameters at every level. */
function parametersSchema(validation: unknown, apiVersion: unknown): JsonSchema | undefined {
  const declared = field(validation, 'openAPIV3Schema');
  const legacy = field(validation, 'legacySchema') ?? apiVersion !== 'templates.gatekeeper.sh/v1';
  if (legacy === true) return opened(declared);
  return isRecord(declared) ? declared : undefined;
}

function opened(source: unknown): JsonSchema {
  if (!isRecord(source)) return { 'x-kubernetes-preserve-unknown-fields': true };
  const { properties, items, additionalProperties } = source;
  return {
    ...source,
    ...(source['type'] === undefined || source['type'] === 'object'
      ? { 'x-kubernetes-preserve-unknown-fields': true }
      : {}),
    ...(source['type'] === 'array' ? { items: opened(items) } : {}),
    ...(isRecord(additionalProperties) ? { additionalProperties: opened(additionalProperties) } : {}),
    ...(isRecord(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([name, node]) => [name, opened(node)]),
          ),
        }
      : {}),
  };
}

function field(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}
