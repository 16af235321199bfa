import { describe, expect, test } from 'vitest';
import { anAppOfAppsReachesArgoCd } from '../../src/argo-cd/an-app-of-apps-reaches-argo-cd.ts';
import { runSetCheck } from '../support/run-check.ts';
import { applying } from './argo-set.ts';
import { application, ownServer } from './texts.ts';

describe('what an Application applies', () => {
  const cm = '{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: web}}';

  test('may be Applications only where the project permits their namespace', () => {
    const child = application('', 'name: child, namespace: argocd');
    const sentence =
      'error Application/web /spec/destination: The Application web applies Application child to argocd, and its project shop does not permit that namespace.';
    expect(
      runSetCheck(anAppOfAppsReachesArgoCd, applying(`destinations: [{${ownServer}, namespace: web}]`, child))
        .findings,
    ).toEqual([sentence]);
    expect(
      runSetCheck(anAppOfAppsReachesArgoCd, applying(`destinations: [{${ownServer}, namespace: '*'}]`, child))
        .findings,
    ).toEqual([]);
    expect(
      runSetCheck(anAppOfAppsReachesArgoCd, applying(`destinations: [{${ownServer}, namespace: web}]`, cm))
        .findings,
    ).toEqual([]);
  });
});
