import { describe, expect, test } from 'vitest';
import { aProjectPermitsEveryNamespace } from '../../src/argo-cd/a-project-permits-every-namespace.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, unitsOf, written } from './argo-set.ts';

const application = (spec: string, metadata = 'name: web, namespace: argocd'): string =>
  `{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {${metadata}}, spec: {${spec}}}`;

const project = (spec: string, name = 'shop'): string =>
  `---\n{apiVersion: argoproj.io/v1alpha1, kind: AppProject, metadata: {name: ${name}, namespace: argocd}, spec: {${spec}}}`;

const here = 'server: https://kubernetes.default.svc';

describe('what an Application applies', () => {
  const cm = '{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: web}}';
  const role = '{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: {name: r}}';
  const applying = (spec: string, applied: string, options = '[]') => {
    const objects = written(
      `${application(`project: shop, destination: {${here}, namespace: web}, syncPolicy: {syncOptions: ${options}}`)}\n${project(spec)}`,
    );
    return argoSet([...objects, ...written(applied, {}, 'web')], { units: unitsOf(objects) });
  };

  test('may only go to namespaces of the project', () => {
    const destinations = `destinations: [{${here}, namespace: web}]`;
    const other = cm.replace('namespace: web', 'namespace: kube-system');
    expect(runSetCheck(aProjectPermitsEveryNamespace, applying(destinations, `${cm}\n---\n${role}`))).toEqual(
      { findings: [], notChecked: [] },
    );
    expect(runSetCheck(aProjectPermitsEveryNamespace, applying(destinations, other)).findings).toEqual([
      'error ConfigMap/c /metadata/namespace: The project shop does not permit the namespace kube-system, to which the Application web applies ConfigMap c.',
    ]);
  });
});
