import {
  EngineFailure,
  installedSchemas,
  kindIndex,
  schemasInMemory,
  type ResultStore,
  type SchemaEngine,
} from '@seatrial/validator';
import { expect, test } from 'vitest';
import { preparedKubernetes } from '../support/cache.ts';
import { counting } from '../support/counting-engine.ts';
import { testEngine } from '../support/engine.ts';
import { configMap, deployment, located } from '../support/objects.ts';
import { cluster } from '../support/rendered-set.ts';
import { validateSchemas } from '../support/validate-schemas.ts';

const { kinds, schemas } = preparedKubernetes();
const index = kindIndex(kinds);
const clusters = ['paris', 'dublin'].map((name) => cluster(name, { kinds: index }));
const broken = deployment('web', { replica: 1 });

test('one object on many clusters is one question, and a finding for each place', async () => {
  const { engine, asked } = counting(testEngine(schemas));
  const objects = ['paris', 'dublin'].flatMap((cluster) => [
    located(broken, cluster),
    located(deployment('api'), cluster),
  ]);
  const { findings, coverage } = await validateSchemas({ clusters, objects, schemas, engine });
  expect(asked).toHaveLength(2);
  expect(findings).toEqual(
    ['dublin', 'paris'].map((cluster) => ({
      code: 'SEA3001',
      severity: 'error',
      sentence: 'spec.replica is not a field of the schema.',
      hint: 'Did you mean "replicas"?',
      place: {
        fleet: 'shop',
        cluster,
        environment: 'prod',
        application: 'api',
        object: { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' },
        field: '/spec/replica',
      },
    })),
  );
  expect(coverage).toEqual(
    ['dublin', 'paris'].map((cluster) => ({ cluster, total: 2, checked: 2, unchecked: [] })),
  );
});

test('the order of objects and of their fields does not show', async () => {
  const objects = [
    broken,
    configMap('b', { a: 1, b: 2 }),
    configMap('a', { c: false }),
    { ...broken, kind: 'X/Y' },
  ].map((one) => located(one));
  const engine = testEngine(schemas);
  const forwards = await validateSchemas({ clusters, objects, schemas, engine });
  const reordered = objects.toReversed().map(({ object, place }) => ({ object: reversed(object), place }));
  const backwards = await validateSchemas({
    clusters: clusters.toReversed(),
    objects: reordered,
    schemas,
    engine,
  });
  expect(JSON.stringify(backwards)).toBe(JSON.stringify(forwards));
  expect(forwards.findings).toHaveLength(5);
});

function reversed<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).toReversed()) as T;
}

test('an object is checked for the version of its own cluster', async () => {
  const without = kinds.filter(({ kind }) => kind !== 'ConfigMap');
  const [paris, dublin] = [index, kindIndex(without)].map((kindsOf, at) =>
    cluster(at === 0 ? 'paris' : 'dublin', { kubernetes: at === 0 ? '1.29.15' : '1.99.0', kinds: kindsOf }),
  );
  const objects = ['paris', 'dublin'].map((name) => located(configMap('a'), name));
  const result = await validateSchemas({
    clusters: [paris!, dublin!],
    objects,
    schemas,
    engine: testEngine(schemas),
  });
  expect(result.findings.map(({ code, place }) => `${code} ${place.cluster}`)).toEqual(['SEA3003 dublin']);
  expect(result.findings[0]?.sentence).toContain('Kubernetes 1.99.0 has no kind ConfigMap');
});

const definition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'backups.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Backup', plural: 'backups' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'string' } } } },
      },
    ],
  },
};
const backup = (name: string, spec: unknown, version = 'v1') => ({
  apiVersion: `example.com/${version}`,
  kind: 'Backup',
  metadata: { name },
  spec,
});

test('a kind without a schema is not checked, counted, and told once', async () => {
  const objects = [
    backup('a', 1),
    backup('b', 2),
    { ...backup('c', 3), kind: 'Restore' },
    configMap('d'),
  ].map((one) => located(one));
  const { findings, coverage } = await validateSchemas({
    clusters,
    objects,
    schemas,
    engine: testEngine(schemas),
  });
  expect(findings.map(({ code, severity, sentence }) => `${code} ${severity} ${sentence}`)).toEqual([
    'SEA3005 warning 1 object of example.com/v1 Restore was not checked: no schema is known for this kind.',
    'SEA3005 warning 2 objects of example.com/v1 Backup were not checked: no schema is known for this kind.',
  ]);
  expect(coverage[1]).toEqual({
    cluster: 'paris',
    total: 4,
    checked: 1,
    unchecked: [
      { apiVersion: 'example.com/v1', kind: 'Backup', count: 2 },
      { apiVersion: 'example.com/v1', kind: 'Restore', count: 1 },
    ],
  });
});

test("a cluster's own definition is the schema of its custom resources", async () => {
  const installed = installedSchemas([definition]);
  const both = schemasInMemory(installed);
  const all = { read: (digest: string) => both.read(digest).catch(() => schemas.read(digest)) };
  const own = [cluster('paris', { kinds: kindIndex(kinds, installed.kinds) })];
  const objects = [definition, backup('a', 'daily'), backup('b', 1), backup('c', 'daily', 'v1beta1')].map(
    (one) => located(one),
  );
  const { findings, coverage } = await validateSchemas({
    clusters: own,
    objects,
    schemas: all,
    engine: testEngine(all),
  });
  expect(findings.map(({ code, sentence, hint }) => `${code} ${sentence} ${hint}`)).toEqual([
    'SEA3001 spec is a number; it must be a string. Write a string.',
    'SEA3003 The definition that this cluster gets does not serve example.com/v1beta1 Backup. Use example.com/v1, which it serves.',
  ]);
  expect(coverage).toEqual([
    {
      cluster: 'paris',
      total: 4,
      checked: 3,
      unchecked: [{ apiVersion: 'example.com/v1beta1', kind: 'Backup', count: 1 }],
    },
  ]);
});

test('a schema that is gone is an error, and its objects are not checked', async () => {
  const deployments = kinds.find(
    ({ apiVersion, kind }) => `${apiVersion} ${kind}` === 'apps/v1 Deployment',
  )?.digest;
  const holed = {
    read: (digest: string) =>
      digest === deployments ? Promise.reject(new Error('It is gone.')) : schemas.read(digest),
  };
  const objects = [deployment('a'), deployment('b'), configMap('c')].map((one) => located(one));
  const { findings, coverage } = await validateSchemas({
    clusters,
    objects,
    schemas: holed,
    engine: testEngine(holed),
  });
  expect(findings.map(({ code, severity, sentence }) => `${code} ${severity} ${sentence}`)).toEqual([
    'SEA3004 error 2 objects of apps/v1 Deployment could not be checked: the schema cannot be read: It is gone.',
  ]);
  expect(coverage[1]).toMatchObject({ total: 3, checked: 1, unchecked: [{ kind: 'Deployment', count: 2 }] });
});

test('an engine that fails leaves nothing checked, and says so for each cluster', async () => {
  const engine: SchemaEngine = {
    identity: 'failing',
    check: () => Promise.reject(new EngineFailure('The guest is gone.')),
    close: async () => {},
  };
  const objects = ['paris', 'paris', 'dublin'].map((cluster, at) => located(configMap(`c${at}`), cluster));
  const { findings, coverage } = await validateSchemas({ clusters, objects, schemas, engine });
  expect(findings.map(({ code, place, sentence }) => `${code} ${place.cluster} ${sentence}`)).toEqual([
    'SEA3006 dublin 1 object could not be checked: The guest is gone.',
    'SEA3006 paris 2 objects could not be checked: The guest is gone.',
  ]);
  expect(coverage.map(({ checked }) => checked)).toEqual([0, 0]);
});

test('what an earlier run has learnt is not asked again, and changes nothing in the result', async () => {
  const answers = new Map<string, unknown>();
  const results: ResultStore = {
    get: (key) => answers.get(key),
    put: (key, answer) => void answers.set(key, answer),
  };
  const objects = [broken, deployment('api'), configMap('a')].map((one) => located(one));
  const first = counting(testEngine(schemas));
  const cold = await validateSchemas({ clusters, objects, schemas, engine: first.engine, results });
  const second = counting(testEngine(schemas));
  const warm = await validateSchemas({ clusters, objects, schemas, engine: second.engine, results });
  expect(warm).toEqual(cold);
  expect([first.asked.length, second.asked.length, answers.size]).toEqual([3, 0, 3]);

  const changed = counting(testEngine(schemas));
  await validateSchemas({
    clusters,
    objects: [located(deployment('api', { replicas: 3 }))],
    schemas,
    engine: changed.engine,
    results,
  });
  const other = counting({ ...testEngine(schemas), identity: 'another guest' });
  await validateSchemas({ clusters, objects, schemas, engine: other.engine, results });
  expect([changed.asked.length, other.asked.length]).toEqual([1, 3]);
});

test('an error is not kept: the next run asks again', async () => {
  const answers = new Map<string, unknown>();
  const results: ResultStore = {
    get: (key) => answers.get(key),
    put: (key, answer) => void answers.set(key, answer),
  };
  const empty = schemasInMemory();
  await validateSchemas({
    clusters,
    objects: [located(configMap('a'))],
    schemas,
    engine: testEngine(empty),
    results,
  });
  expect(answers.size).toBe(0);
});

test('an object on a cluster that nobody named is a mistake of the caller', async () => {
  const objects = [located(configMap('a'), 'lyon')];
  await expect(validateSchemas({ clusters, objects, schemas, engine: testEngine(schemas) })).rejects.toThrow(
    'cluster "lyon"',
  );
});
