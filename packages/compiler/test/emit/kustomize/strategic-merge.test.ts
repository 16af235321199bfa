import { expect, test } from 'vitest';
import { strategicMerge } from '../../../src/emit/kustomize/strategic-merge.ts';
import { deployment, object } from './support/builders.ts';

const spec = (container: Record<string, unknown>, pod: Record<string, unknown> = {}) => ({
  spec: { template: { spec: { ...pod, containers: [{ name: 'api', ...container }] } } },
});
const of = (container: Record<string, unknown>, pod?: Record<string, unknown>) =>
  deployment({ container, ...(pod && { pod }) });
const env = (...names: string[]) => names.map((name) => ({ name, value: 'x' }));
const changed = (name: string) => ({ name, value: 'y' });

test.each([
  ['a value', of({ env: env('A') }), of({ env: [changed('A')] }), spec({ env: [changed('A')] })],
  [
    'the names before a change keep their place',
    of({ env: env('A', 'B', 'C') }),
    of({ env: [...env('A'), changed('B'), ...env('C')] }),
    spec({ env: [{ name: 'A' }, changed('B')] }),
  ],
  [
    'a new element at the end',
    of({ env: env('A') }),
    of({ env: env('A', 'B') }),
    spec({ env: [{ name: 'A' }, ...env('B')] }),
  ],
  [
    'an element less',
    of({ env: env('A', 'B') }),
    of({ env: env('B') }),
    spec({ env: [{ $patch: 'delete', name: 'A' }] }),
  ],
  [
    'another order',
    of({ env: env('A', 'B') }),
    of({ env: env('B', 'A') }),
    spec({ env: [{ name: 'B' }, { name: 'A' }] }),
  ],
  ['a list of texts', of({ args: ['a'] }), of({ args: ['b'] }), spec({ args: ['b'] })],
  ['a key less', of({ tty: true }), of({}), spec({ tty: null })],
  [
    'no keys left',
    of({ resources: { limits: {} } }),
    of({ resources: {} }),
    spec({ resources: { limits: null } }),
  ],
] as const)('says %s', (_case, from, to, patch) => {
  expect(strategicMerge(from, to, true)).toEqual(patch);
});

const ports = (...list: unknown[]) => object('v1', 'Service', 'api', { spec: { ports: list } });

test.each([
  ['a number in the place of a text', of({ tty: '1' }), of({ tty: 1 })],
  ['null, which removes', of({}), of({ securityContext: { runAsUser: null } })],
  ['a text named $patch', of({}), of({ resources: { $patch: 'x' } })],
  ['two elements of one name', of({ env: env('A') }), of({ env: env('A', 'A') })],
  [
    'two elements that a merge takes for one, elsewhere',
    of({ ports: [{ containerPort: 1 }, { containerPort: 1, protocol: 'UDP' }] }),
    of({ ports: [{ containerPort: 1 }, { containerPort: 1, protocol: 'UDP' }], tty: true }),
  ],
  [
    'a long list for one change at its end',
    of({ env: env('A', 'B', 'C', 'D', 'E') }),
    of({ env: [...env('A', 'B', 'C', 'D'), changed('E')] }),
  ],
  [
    'a list of maps without a key',
    of({}, { tolerations: [{ key: 'a' }] }),
    of({}, { tolerations: [{ key: 'b' }] }),
  ],
  ['ports of a service', ports({ port: 1 }), ports({ port: 2 })],
  ['another version', object('a/v1', 'A', 'a'), object('a/v2', 'A', 'a')],
])('leaves to a JSON patch: %s', (_case, from, to) => {
  expect(strategicMerge(from, to, true)).toBeUndefined();
});
