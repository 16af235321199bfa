import { describe, expect, test } from 'vitest';
import { aBuildEndsInTime } from '../../src/argo-cd/a-build-ends-in-time.ts';
import { here, repositoryOf } from '../support/rendered-set.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, unitsOf, written } from './argo-set.ts';
import { application } from './texts.ts';

describe('a kustomize build', () => {
  const large = (count: number, kustomization: string) => {
    const objects = written(application(`source: {repoURL: '${here}', path: apps}`));
    const one = written('{apiVersion: v1, kind: ConfigMap, metadata: {name: c}}', {}, 'web');
    return argoSet([...objects, ...Array.from({ length: count }, () => one).flat()], {
      units: unitsOf(objects),
      repository: repositoryOf(
        { 'apps/kustomization.yaml': 'resources: [base]', 'apps/base/kustomization.yaml': kustomization },
        here,
      ),
    });
  };

  test('of thousands of objects with a namespace may not end in time', () => {
    expect(runSetCheck(aBuildEndsInTime, large(4000, 'namespace: web')).findings).toEqual([
      'warning Application/web /spec/source/path: The Application web builds 4000 objects with the namespace of apps/base/kustomization.yaml, which may take longer than the 90 seconds that Argo CD waits.',
    ]);
  });

  test('of fewer, or without a namespace, does', () => {
    expect(runSetCheck(aBuildEndsInTime, large(3999, 'namespace: web')).findings).toEqual([]);
    expect(runSetCheck(aBuildEndsInTime, large(4000, 'namePrefix: web-')).findings).toEqual([]);
  });
});
