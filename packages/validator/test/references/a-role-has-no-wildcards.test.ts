import { expect, test } from 'vitest';
import { aRoleHasNoWildcards as check } from '../../src/references/a-role-has-no-wildcards.ts';
import { clusterRole, roleRule as rule } from './support/roles.ts';
import { object, told } from './support/told.ts';

test('wildcards are warned of', () => {
  expect(told(check, [clusterRole(rule(['*'], ['get', 'list']), rule(['secrets'], ['*']))])).toEqual([
    'warning ClusterRole/r /rules/0/resources: ClusterRole r allows get, list on every resource of the core group, and 1 more of its rules have a *.',
  ]);
  const role = object('rbac.authorization.k8s.io/v1', 'Role', 'r', { rules: [rule(['*'], ['*'])] });
  expect(told(check, [role])).toEqual([
    'warning Role/r /rules/0/verbs: Role r allows every verb on every resource of the core group.',
  ]);
  expect(told(check, [clusterRole({ nonResourceURLs: ['/metrics'], verbs: ['*'] })])).toEqual([
    'warning ClusterRole/r /rules/0/verbs: ClusterRole r allows every verb on the non-resource URLs.',
  ]);
});

test('a role that names what it allows', () => {
  expect(told(check, [clusterRole(rule(['pods/*'], ['get']), rule(['pods'], ['list']))])).toEqual([]);
});
