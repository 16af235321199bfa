import { readFileSync } from 'node:fs';
import { definitionSchemas, kindIndex, schemasInMemory } from '@seatrial/validator';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { acceptsText } from '../support/accepts.ts';
import { cluster } from '../support/rendered-set.ts';
import { validateSchemas } from '../support/validate-schemas.ts';
import { preparedKubernetes } from '../support/cache.ts';
import { testEngine } from '../support/engine.ts';
import { configMap, deployment, located } from '../support/objects.ts';

const { kinds, schemas: prepared } = preparedKubernetes();
const installed = definitionSchemas([
  parse(readFileSync(new URL('../fixtures/backup-definition.yaml', import.meta.url), 'utf8')),
]);
const own = schemasInMemory(installed);
const schemas = { read: (digest: string) => own.read(digest).catch(() => prepared.read(digest)) };
const index = kindIndex(kinds, installed.kinds);

const service = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'api', namespace: 'shop' },
  spec,
});
const job = (spec: object) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { generateName: 'migrate-' },
  spec,
});
const backup = (spec: object) => ({
  apiVersion: 'example.com/v1',
  kind: 'Backup',
  metadata: { name: 'nightly' },
  spec,
});
const pod = { restartPolicy: 'Never', containers: [{ name: 'a', image: 'a:1' }] };

const good: readonly object[] = [
  deployment('api'),
  deployment('api', { replicas: null, strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } } }),
  configMap('a', { k: 'v' }),
  { ...configMap('a'), data: null, immutable: true },
  service({ selector: { a: 'b' }, ports: [{ port: 80, targetPort: 'http' }] }),
  job({ template: { spec: pod }, ttlSecondsAfterFinished: 60 }),
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, stringData: { a: 'b' }, data: { c: 'ZA==' } },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', creationTimestamp: null }, status: {} },
  backup({ store: 's3', when: null, port: 80, source: { git: 'x' }, every: null }),
  backup({ store: 's3', when: 'daily', open: { any: { thing: [1] } }, names: ['a', 'b'] }),
];

const bad: readonly object[] = [
  deployment('api', { replicas: '2' }),
  deployment('api', { replicas: 1e20 }),
  deployment('api', { selector: null }),
  deployment('api', { template: { spec: { containers: [{ image: 'a' }] } } }),
  deployment('api', {
    template: { spec: { containers: [{ name: 'a', resources: { limits: { cpu: '1 core' } } }] } },
  }),
  { ...deployment('api'), specs: {} },
  configMap('a', { k: 1 }),
  { ...configMap('a'), metadata: {} },
  service({ ports: [{ targetPort: 80 }] }),
  service({ ports: { port: 80 } }),
  job({ template: { spec: { ...pod, containers: null } } }),
  { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, data: { c: '?' } },
  backup({ store: '', when: null }),
  backup({ store: 's3', when: null, source: { git: 'x', bucket: 'y' } }),
  backup({ store: 's3', when: null, open: { inner: { b: 1 } } }),
  backup({ store: 's3', when: null, names: ['a', 'a'] }),
];

/** ajv, another implementation in another language, judges the same objects by the same schemas. */
async function ajvAccepts(object: object): Promise<boolean> {
  const { apiVersion, kind } = object as { apiVersion: string; kind: string };
  return acceptsText(await schemas.read(index.find(apiVersion, kind)?.digest ?? ''), object);
}

test('kubeconform and ajv agree on every object, good and bad', { timeout: 120_000 }, async () => {
  const objects = [...good, ...bad];
  const result = await validateSchemas({
    clusters: [cluster('paris', { kinds: index })],
    // The place names the object by number: two may have one name.
    objects: objects.map((object, at) => ({
      ...located(object),
      place: { cluster: 'paris', file: String(at) },
    })),
    schemas,
    engine: testEngine(schemas),
  });
  expect(result.coverage[0]?.checked).toBe(objects.length);
  const refused = new Set(result.findings.map(({ place }) => Number(place.file)));
  expect(objects.map((_, at) => !refused.has(at))).toEqual(await Promise.all(objects.map(ajvAccepts)));
  expect(objects.map((_, at) => !refused.has(at))).toEqual([
    ...good.map(() => true),
    ...bad.map(() => false),
  ]);
});

test(
  'the smallest object of every prepared kind gets one verdict from both',
  { timeout: 240_000 },
  async () => {
    const objects = kinds.map(({ apiVersion, kind }) => ({ apiVersion, kind, metadata: { name: 'a' } }));
    const answers = await testEngine(prepared).check(
      objects.map((object, at) => ({ schema: kinds[at]?.digest ?? '', json: JSON.stringify(object) })),
    );
    const verdicts = await Promise.all(objects.map(ajvAccepts));
    expect(answers.map(({ status }, at) => `${objects[at]?.kind} ${status}`)).toEqual(
      objects.map(({ kind }, at) => `${kind} ${verdicts[at] === true ? 'valid' : 'invalid'}`),
    );
  },
);
