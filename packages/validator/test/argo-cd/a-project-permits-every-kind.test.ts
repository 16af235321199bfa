import { describe, expect, test } from 'vitest';
import { aProjectPermitsEveryKind } from '../../src/argo-cd/a-project-permits-every-kind.ts';
import { runSetCheck } from '../support/run-check.ts';
import { applying } from './argo-set.ts';

describe('what an Application applies', () => {
  const cm = '{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: web}}';
  const role = '{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: r}}';

  test.each([
    ["clusterResourceWhitelist: [{group: '*', kind: '*'}]", `${cm}\n---\n${role}`],
    ['', cm],
    ["namespaceResourceWhitelist: [{group: '', kind: 'Config*'}]", cm],
    ["namespaceResourceBlacklist: [{group: '', kind: Secret}]", cm],
    ['clusterResourceWhitelist: [{group: rbac.authorization.k8s.io, kind: ClusterRole, name: r}]', role],
  ])('is permitted by %s: %s', (spec, applied) => {
    expect(runSetCheck(aProjectPermitsEveryKind, applying(spec, applied))).toEqual({
      findings: [],
      notChecked: [],
    });
  });

  test.each([
    ['', role],
    ['namespaceResourceWhitelist: []', cm],
    ["namespaceResourceBlacklist: [{group: '*', kind: '*'}]", cm],
    [
      "clusterResourceWhitelist: [{group: '*', kind: '*'}], clusterResourceBlacklist: [{group: '*', kind: ClusterRole}]",
      role,
    ],
    ['clusterResourceWhitelist: [{group: rbac.authorization.k8s.io, kind: ClusterRole, name: other}]', role],
  ])('is not permitted by %s: %s', (spec, applied) => {
    expect(runSetCheck(aProjectPermitsEveryKind, applying(spec, applied)).findings).toHaveLength(1);
  });

  test('names the kind once, at its first object', () => {
    expect(
      runSetCheck(
        aProjectPermitsEveryKind,
        applying('', `${role}\n---\n${role.replace('name: r', 'name: s')}`),
      ).findings,
    ).toEqual([
      'error ClusterRole/r : The project shop does not permit rbac.authorization.k8s.io/ClusterRole, and the Application web applies r.',
    ]);
  });

  test('of a kind that no schema tells is not decided', () => {
    const odd = '{apiVersion: x.example/v1, kind: Odd, metadata: {name: o}}';
    expect(runSetCheck(aProjectPermitsEveryKind, applying('', odd))).toEqual({
      findings: [],
      notChecked: ['it is not known whether x.example/Odd is of a namespace or of the cluster (1)'],
    });
  });

  test('needs the kind Namespace for CreateNamespace=true, unless it brings the namespace itself', () => {
    expect(
      runSetCheck(aProjectPermitsEveryKind, applying('', cm, "['CreateNamespace=true']")).findings,
    ).toEqual([
      'error Application/web /spec/syncPolicy/syncOptions: The project shop does not permit Namespace, and the Application web creates web with CreateNamespace=true.',
    ]);
    const allowed = "clusterResourceWhitelist: [{group: '', kind: Namespace, name: web}]";
    expect(
      runSetCheck(aProjectPermitsEveryKind, applying(allowed, cm, "['CreateNamespace=true']")).findings,
    ).toEqual([]);
  });
});
