import type { JsonSchema } from './json-schema.ts';

/**
 * Fields that Kubernetes' OpenAPI document calls required and an API server does not ask for: it fills them in, or takes
 * their empty value. By the end of the definition's name.
 * Source: pkg/apis/rbac/v1/defaults.go and the validation of each kind in k8s.io/kubernetes, tried with its own code.
 */
const optional: Readonly<Record<string, readonly string[]>> = {
  'api.apps.v1.StatefulSetSpec': ['serviceName'],
  'api.core.v1.LimitRangeSpec': ['limits'],
  'api.networking.v1.NetworkPolicySpec': ['podSelector'],
  'api.rbac.v1.RoleRef': ['apiGroup'],
  'api.scheduling.v1.PriorityClass': ['value'],
  'apis.apiextensions.v1.CustomResourceDefinitionVersion': ['served', 'storage'],
};

const names = Object.keys(optional);

/** A definition that requires only what an API server does. */
export function withEnforcedFields(name: string, definition: JsonSchema): JsonSchema {
  const { required } = definition;
  const key = names.find((end) => name.endsWith(`.${end}`));
  if (key === undefined || !Array.isArray(required)) return definition;
  return {
    ...definition,
    required: required.filter((field: unknown) => !optional[key]?.includes(String(field))),
  };
}
