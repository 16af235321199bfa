import { expect, test } from 'vitest';
import { nobodyIsClusterAdmin as check } from '../../src/references/nobody-is-cluster-admin.ts';
import { clusterObject, told } from './support/told.ts';

const binding = (name: string, kind = 'ServiceAccount') =>
  clusterObject('rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', 'b', {
    roleRef: { kind: 'ClusterRole', name },
    subjects: [{ kind, name: 'api', namespace: 'shop' }],
  });

test('a ServiceAccount that is cluster-admin is warned of', () => {
  expect(told(check, [binding('cluster-admin')])).toEqual([
    'warning ClusterRoleBinding/b /subjects/0: ClusterRoleBinding b makes the ServiceAccount shop/api cluster-admin.',
  ]);
});

test('people, and other roles, are fine', () => {
  expect(told(check, [binding('view'), binding('cluster-admin', 'Group')])).toEqual([]);
});
