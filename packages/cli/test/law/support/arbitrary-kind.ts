import fc from 'fast-check';
import { name } from './arbitrary-texts.ts';

type Json = Record<string, unknown>;

/** A kind of objects, with what it holds beside its metadata. */
export function kind(
  apiVersion: string,
  of: string,
  fields: fc.Arbitrary<Json>,
): fc.Arbitrary<{ apiVersion: string; kind: string; fields: Json }> {
  return fields.map((rest) => ({ apiVersion, kind: of, fields: rest }));
}

export const subjects = fc.array(
  fc.record(
    {
      kind: fc.constantFrom('ServiceAccount', 'User', 'Group'),
      name,
      namespace: fc.constantFrom('luneo', 'two', 'other'),
    },
    { noNullPrototype: true, requiredKeys: ['kind', 'name'] },
  ),
  { maxLength: 3 },
);
export const roleRef = fc.record({
  apiGroup: fc.constant('rbac.authorization.k8s.io'),
  kind: fc.constantFrom('Role', 'ClusterRole'),
  name,
});
