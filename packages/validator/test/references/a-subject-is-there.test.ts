import { expect, test } from 'vitest';
import { aSubjectIsThere as check } from '../../src/references/a-subject-is-there.ts';
import { clusterObject, object, told } from './support/told.ts';

const rbac = 'rbac.authorization.k8s.io/v1';
const roleRef = { kind: 'ClusterRole', name: 'view' };
const to = (...subjects: readonly unknown[]) =>
  clusterObject(rbac, 'ClusterRoleBinding', 'b', { roleRef, subjects });
const account = (name: string, namespace?: string) => ({
  kind: 'ServiceAccount',
  name,
  ...(namespace === undefined ? {} : { namespace }),
});

test('ServiceAccounts that are there, in any namespace', () => {
  const elsewhere = object('v1', 'ServiceAccount', 'api', {}, { namespace: 'other' });
  expect(told(check, [to(account('api', 'other')), elsewhere])).toEqual([]);
  expect(told(check, [to(account('default', 'shop'))])).toEqual([]);
});

const finding =
  'ClusterRoleBinding/b /subjects/0/name: ClusterRoleBinding b grants a role to ServiceAccount api, and there is none in namespace other.';

test('a ServiceAccount that is in another namespace', () => {
  const inOther = object('v1', 'ConfigMap', 'x', {}, { namespace: 'other' });
  const objects = [to(account('api', 'other')), object('v1', 'ServiceAccount', 'api'), inOther];
  expect(told(check, objects)).toEqual([`error ${finding}`]);
});

test('of a namespace that nothing is known of it is a warning', () => {
  expect(told(check, [to(account('api', 'other'))])).toEqual([`warning ${finding}`]);
});

test('a RoleBinding looks into its own namespace', () => {
  const binding = object(rbac, 'RoleBinding', 'b', { roleRef, subjects: [account('api')] });
  expect(told(check, [binding, object('v1', 'ServiceAccount', 'api')])).toEqual([]);
  expect(told(check, [binding])).toHaveLength(1);
});

test('users, groups and the controllers of the cluster are not looked for', () => {
  const subjects = [
    { kind: 'User', name: 'jane' },
    { kind: 'Group', name: 'system:masters' },
    account('no-namespace'),
  ];
  expect(told(check, [to(...subjects)])).toEqual([]);
  expect(told(check, [to(account('generic-garbage-collector', 'kube-system'))])).toEqual([
    '? a cluster itself fills the namespace kube-system (1)',
  ]);
});

test('the accounts of Argo CD are not looked for in a repository that does not hold its installation', () => {
  const objects = [to(account('argocd-server', 'argocd'))];
  expect(told(check, objects, { complete: false })).toEqual([
    '? the objects of Argo CD itself are not known (1)',
  ]);
  expect(told(check, objects)).toHaveLength(1);
});
