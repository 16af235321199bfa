import type { Finding, Place, ResolvedSuppression } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import { suppress } from '../../src/suppress/suppress.ts';

function finding(place: Place, code = 'SEA3701'): Finding {
  return { code, severity: 'error', sentence: 'wrong', hint: 'mend it', place };
}

const ingress = finding({
  cluster: 'dublin',
  environment: 'prod',
  application: 'api',
  object: { group: 'networking.k8s.io', kind: 'Ingress', namespace: 'shop', name: 'api' },
});
const role = finding({ cluster: 'paris', object: { group: 'rbac', kind: 'ClusterRole', name: 'a:b' } });
const bare = finding({ cluster: 'dublin' });

/** The reasons that the findings are suppressed for; absent where they are not. */
function reasons(findings: readonly Finding[], narrowing: Partial<ResolvedSuppression>) {
  const suppression = { code: 'SEA3701', reason: 'known', ...narrowing };
  return suppress(findings, [suppression], false).map(({ suppressed }) => suppressed?.reason);
}

const all = [ingress, role, bare];
const cases: [string, Partial<ResolvedSuppression>, (string | undefined)[]][] = [
  ['a code alone is of every finding of the code', {}, ['known', 'known', 'known']],
  ['another code is of none', { code: 'SEA3702' }, [undefined, undefined, undefined]],
  ['a cluster', { cluster: 'dublin' }, ['known', undefined, 'known']],
  ['an environment', { environment: 'prod' }, ['known', undefined, undefined]],
  ['an application', { application: 'api' }, ['known', undefined, undefined]],
  ['an object in any namespace', { object: 'Ingress/api' }, ['known', undefined, undefined]],
  ['an object in its namespace', { object: 'Ingress/shop/api' }, ['known', undefined, undefined]],
  ['an object in another namespace', { object: 'Ingress/web/api' }, [undefined, undefined, undefined]],
  ['an object without a namespace', { object: 'ClusterRole/a:b' }, [undefined, 'known', undefined]],
  [
    'parts that do not hold together',
    { cluster: 'paris', object: 'Ingress/api' },
    [undefined, undefined, undefined],
  ],
];

test.each(cases)('%s', (_name, narrowing, expected) => {
  expect(reasons(all, narrowing)).toEqual(expected);
});

test('a suppressed finding keeps all that it says, and gets the reason of the first that is of it', () => {
  const suppressions = [
    { code: 'SEA3701', reason: 'first' },
    { code: 'SEA3701', reason: 'second', cluster: 'dublin' },
  ];
  expect(suppress([bare], suppressions, true)).toEqual([{ ...bare, suppressed: { reason: 'first' } }]);
});

test('a suppression that is of nothing is a warning at its place in the model', () => {
  const suppressions = [
    { code: 'SEA3701', reason: 'known', cluster: 'dublin' },
    { code: 'SEA3701', reason: 'known', cluster: 'paris', application: 'api', object: 'Ingress/api' },
    { code: 'SEA3999', reason: 'known' },
  ];
  const [, ...unused] = suppress([bare], suppressions, true);
  expect(unused).toEqual([
    {
      code: 'SEA3901',
      severity: 'warning',
      sentence: 'suppress.1: no finding SEA3701 for Ingress/api of api on paris is there to suppress',
      hint: 'there is SEA3701 elsewhere: correct the place, or take the entry out',
      place: { cluster: 'paris', application: 'api', model: ['suppress', '1'] },
    },
    {
      code: 'SEA3901',
      severity: 'warning',
      sentence: 'suppress.2: no finding SEA3999 is there to suppress',
      hint: 'take the entry out',
      place: { model: ['suppress', '2'] },
    },
  ]);
});

test('of a part of a fleet nobody can say that a suppression is of nothing', () => {
  expect(suppress([bare], [{ code: 'SEA3999', reason: 'known' }], false)).toEqual([bare]);
});

test('without suppressions nothing changes', () => {
  expect(suppress(all, [], true)).toEqual(all);
});
