import { expect, test } from 'vitest';
import { refusals } from '../../src/admission/refusals.ts';

const byName = { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'] };
/** A schema that knows that the variables of a container are told apart by name, as from Kubernetes 1.31. */
const schema = nested(['spec', 'containers', '*', 'env'], byName);

function nested([key, ...rest]: readonly string[], inner: unknown): unknown {
  if (key === undefined) return inner;
  return key === '*' ? { items: nested(rest, inner) } : { properties: { [key]: nested(rest, inner) } };
}

const pod = (...env: readonly unknown[]): unknown => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'a' },
  spec: { containers: [{ name: 'a', image: 'a', env }] },
});
const twice = pod({ name: 'A', value: '1' }, { name: 'B' }, { name: 'A', value: '2' });

test.each([
  ['a schema that does not know the list', undefined, false, 'warning'],
  ['a schema that knows it', schema, false, 'warning'],
  ['a server-side apply', schema, true, 'error'],
  ['a server-side apply where the schema does not know', undefined, true, 'warning'],
])('a variable that is there twice is told once: %s', (_what, known, serverSideApply, severity) => {
  expect(refusals(twice, { kubernetes: '1.31.0', schema: known, serverSideApply })).toEqual([
    {
      code: 'SEA3107',
      severity,
      field: '/spec/containers/0/env/2',
      sentence: 'spec.containers[0].env[2] has the key name "A", as item 0 of the list has.',
      hint: 'Remove one of the two.',
    },
  ]);
});

test('a variable that adds to the one before it is meant', () => {
  const longer = pod({ name: 'PATH', value: '/bin' }, { name: 'PATH', value: '$(PATH):/app' });
  expect(refusals(longer, { kubernetes: '1.29.15' })).toEqual([]);
});
