import { expect, test } from 'vitest';
import { checkModel, resolve } from '../../src/index.ts';

test('a constraint comes after its template, also where the author gave the template an early wave', () => {
  const model = {
    name: 'shop',
    repository: 'https://git.example/shop/fleet.git',
    engine: 'argo-cd',
    clusters: { paris: { kubernetes: '1.34', environments: ['prod'] } },
    applications: {
      policies: {
        charts: {
          gatekeeper: {
            repository: 'https://charts.example',
            version: '1.0.0',
            definitions: { groups: ['templates.gatekeeper.sh', 'constraints.gatekeeper.sh'] },
          },
        },
        objects: {
          template: {
            apiVersion: 'templates.gatekeeper.sh/v1',
            kind: 'ConstraintTemplate',
            metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '0' } },
          },
          constraint: { apiVersion: 'constraints.gatekeeper.sh/v1beta1', kind: 'K8sRequiredLabels' },
        },
      },
    },
  };
  const [placement] = resolve(checkModel(model), { versions: {}, bases: {} }).fleet.placements;
  const waves = placement?.objects.map(
    ({ object }) => object.metadata.annotations?.['argocd.argoproj.io/sync-wave'],
  );
  expect(waves).toEqual(['1', '2']);
});
