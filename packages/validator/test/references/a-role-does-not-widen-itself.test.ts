import { expect, test } from 'vitest';
import { aRoleDoesNotWidenItself as check } from '../../src/references/a-role-does-not-widen-itself.ts';
import { clusterRole, roleRule as rule } from './support/roles.ts';
import { told } from './support/told.ts';

test.each([
  ['escalate', 'roles'],
  ['bind', 'clusterroles'],
  ['impersonate', 'users'],
  ['impersonate', '*'],
])('%s on %s is warned of', (verb, resource) => {
  expect(told(check, [clusterRole(rule(['pods'], ['get']), rule([resource], [verb]))])).toEqual([
    `warning ClusterRole/r /rules/1/verbs: ClusterRole r allows ${verb} on ${resource}, which leads to every right that there is.`,
  ]);
});

test('the verbs on other resources, and for names that are given, are fine', () => {
  const rules = [
    rule(['pods'], ['bind', 'escalate']),
    rule(['clusterroles'], ['bind'], { resourceNames: ['view'] }),
    rule(['roles'], ['get', 'create']),
  ];
  expect(told(check, [clusterRole(...rules)])).toEqual([]);
});
