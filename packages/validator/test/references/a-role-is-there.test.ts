import { expect, test } from 'vitest';
import { aRoleIsThere as check } from '../../src/references/a-role-is-there.ts';
import { clusterObject, hints, object, told } from './support/told.ts';

const rbac = 'rbac.authorization.k8s.io/v1';
const binding = (kind: string, name: string) => object(rbac, 'RoleBinding', 'b', { roleRef: { kind, name } });
const clusterBinding = (name: string) =>
  clusterObject(rbac, 'ClusterRoleBinding', 'b', { roleRef: { kind: 'ClusterRole', name } });

test('roles that are there', () => {
  const roles = [object(rbac, 'Role', 'reader'), clusterObject(rbac, 'ClusterRole', 'watcher')];
  const bindings = [binding('Role', 'reader'), binding('ClusterRole', 'watcher'), clusterBinding('watcher')];
  expect(told(check, [...roles, ...bindings])).toEqual([]);
});

test.each(['cluster-admin', 'admin', 'edit', 'view', 'system:auth-delegator', 'eks:node-manager'])(
  'every cluster has %s',
  (name) => {
    expect(told(check, [clusterBinding(name), binding('ClusterRole', name)])).toEqual([]);
  },
);

test('roles that are not there, of the other kind, or of another namespace', () => {
  expect(told(check, [binding('Role', 'reader')])).toEqual([
    'error RoleBinding/b /roleRef/name: RoleBinding b grants Role reader, and there is none in namespace shop.',
  ]);
  expect(told(check, [clusterBinding('reader'), object(rbac, 'Role', 'reader')])).toEqual([
    'error ClusterRoleBinding/b /roleRef/name: ClusterRoleBinding b grants ClusterRole reader, and there is none.',
  ]);
  const elsewhere = object(rbac, 'Role', 'reader', {}, { namespace: 'other' });
  expect(told(check, [binding('Role', 'reader'), elsewhere])).toHaveLength(1);
  expect(told(check, [binding('Role', 'view')])).toHaveLength(1);
});

test('a prefix that kustomize put before one of them is told', () => {
  expect(hints(check, [clusterBinding('my-watcher'), clusterObject(rbac, 'ClusterRole', 'watcher')])).toEqual(
    ['Did you mean "watcher"?'],
  );
});
