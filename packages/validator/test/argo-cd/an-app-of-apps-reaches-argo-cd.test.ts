import { describe, expect, test } from 'vitest';
import { anAppOfAppsReachesArgoCd } from '../../src/argo-cd/an-app-of-apps-reaches-argo-cd.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, unitsOf, written } from './argo-set.ts';

const application = (spec: string, metadata = 'name: web, namespace: argocd'): string =>
  `{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {${metadata}}, spec: {${spec}}}`;

const project = (spec: string, name = 'shop'): string =>
  `---\n{apiVersion: argoproj.io/v1alpha1, kind: AppProject, metadata: {name: ${name}, namespace: argocd}, spec: {${spec}}}`;

const here = 'server: https://kubernetes.default.svc';

describe('what an Application applies', () => {
  const cm = '{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: web}}';
  const applying = (spec: string, applied: string, options = '[]') => {
    const objects = written(
      `${application(`project: shop, destination: {${here}, namespace: web}, syncPolicy: {syncOptions: ${options}}`)}\n${project(spec)}`,
    );
    return argoSet([...objects, ...written(applied, {}, 'web')], { units: unitsOf(objects) });
  };

  test('may be Applications only where the project permits their namespace', () => {
    const child = application('', 'name: child, namespace: argocd');
    const sentence =
      'error Application/web /spec/destination: The Application web applies Application child to argocd, and its project shop does not permit that namespace.';
    expect(
      runSetCheck(anAppOfAppsReachesArgoCd, applying(`destinations: [{${here}, namespace: web}]`, child))
        .findings,
    ).toEqual([sentence]);
    expect(
      runSetCheck(anAppOfAppsReachesArgoCd, applying(`destinations: [{${here}, namespace: '*'}]`, child))
        .findings,
    ).toEqual([]);
    expect(
      runSetCheck(anAppOfAppsReachesArgoCd, applying(`destinations: [{${here}, namespace: web}]`, cm))
        .findings,
    ).toEqual([]);
  });
});
