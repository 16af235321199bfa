import { expect, test } from 'vitest';
import { checkModel, resolve, resolvedFleetJsonSchema } from '../../src/index.ts';

function resolved(cluster: object, further: object = {}) {
  const model = {
    name: 'shop',
    repository: 'https://git.example/shop/fleet.git',
    engine: 'argo-cd',
    clusters: { paris: { kubernetes: '1.34', environments: ['prod'], ...cluster } },
    applications: { api: { workloads: { api: { image: 'registry.example/api:1' } } } },
    ...further,
  };
  return resolve(checkModel(model), { versions: {}, bases: {} }).fleet;
}

test('what a cluster is declared to have is carried as it is, quantities as text', () => {
  const [paris] = resolved({
    capacity: { cpu: 47.5, memory: '192Gi', pods: 330, nodes: 6 },
    storageClasses: ['gp3', 'io2.encrypted'],
  }).clusters;
  expect(paris).toMatchObject({
    capacity: { cpu: '47.5', memory: '192Gi', pods: 330, nodes: 6 },
    storageClasses: ['gp3', 'io2.encrypted'],
  });
});

test('a cluster without storage classes is not one that does not say', () => {
  expect(resolved({ storageClasses: [] }).clusters[0]?.storageClasses).toEqual([]);
});

test('what is not declared is not there', () => {
  const fleet = resolved({});
  expect(fleet).not.toHaveProperty('suppress');
  expect(Object.keys(fleet.clusters[0] ?? {})).toEqual(['name', 'kubernetes', 'labels', 'environments']);
});

test('suppressions are carried in their order', () => {
  const suppress = [
    { code: 'SEA3702', reason: 'a drill', cluster: 'paris', object: 'Ingress/api/api' },
    { code: 'SEA3701', reason: 'known', environment: 'prod', application: 'api' },
  ];
  expect(resolved({}, { suppress }).suppress).toEqual(suppress);
});

test('the JSON schema of the resolved fleet has the declared parts, none of them required', () => {
  const schema = resolvedFleetJsonSchema() as {
    required: string[];
    properties: { clusters: { items: { properties: object; required: string[] } }; suppress: object };
  };
  const cluster = schema.properties.clusters.items;
  expect(Object.keys(cluster.properties)).toEqual(expect.arrayContaining(['capacity', 'storageClasses']));
  expect(schema.properties.suppress).toMatchObject({ items: { required: ['code', 'reason'] } });
  expect([...schema.required, ...cluster.required]).not.toEqual(
    expect.arrayContaining([expect.stringMatching(/^(suppress|capacity|storageClasses)$/)]),
  );
});
