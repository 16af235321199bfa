import { kindIndex } from '@seatrial/validator';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { preparedKubernetes } from '../support/cache.ts';
import { testEngine } from '../support/engine.ts';
import { configMap, deployment, located } from '../support/objects.ts';
import { cluster } from '../support/rendered-set.ts';
import { validateSchemas } from '../support/validate-schemas.ts';

const { kinds, schemas } = preparedKubernetes();
const clusters = [cluster('paris', { kinds: kindIndex(kinds) })];

function check(...objects: readonly unknown[]): ReturnType<typeof validateSchemas> {
  const located_ = objects.map((object) => located(object));
  return validateSchemas({ clusters, objects: located_, schemas, engine: testEngine(schemas) });
}

async function said(object: unknown): Promise<readonly string[]> {
  const { findings, coverage } = await check(object);
  const [counted] = coverage;
  expect(counted?.total).toBe((counted?.checked ?? 0) + (counted?.unchecked.length ?? 0));
  return findings.map(
    ({ code, place, sentence, hint }) => `${code} ${place.field ?? ''} ${sentence} ${hint}`,
  );
}

// The numbers are the rows of the list of bad inputs that the project keeps.
describe('26-29: values that YAML makes of plain words in a ConfigMap', () => {
  test.each([
    ['k: false', 'data.k is a boolean; it must be a string. Write a string.'],
    ['k: 0644', 'data.k is a number; it must be a string. Write a string.'],
    ['k: 1e10', 'data.k is a number; it must be a string. Write a string.'],
    ['k: 0x1F', 'data.k is a number; it must be a string. Write a string.'],
    [
      'k: null',
      'data.k is null, which an API server takes for an empty text. Write "" where that is meant, else the value.',
    ],
    ['k: [a]', 'data.k is a list; it must be a string. Write a string.'],
  ])('%s', async (data, words) => {
    expect(await said(configMap('settings', parse(data)))).toEqual([`SEA3001 /data/k ${words}`]);
  });

  test.each(['k: no', 'k: 2024-01-01', 'k: 1_000', 'k: "0644"'])(
    '%s is text in YAML 1.2, and passes',
    async (data) => {
      expect(await said(configMap('settings', parse(data)))).toEqual([]);
    },
  );
});

test.each([
  [1e20, 'spec.replicas is 100000000000000000000; it must be at most 2147483647. Correct the number.'],
  [-2147483649, 'spec.replicas is -2147483649; it must be at least -2147483648. Correct the number.'],
  [1.5, 'spec.replicas is a number; it must be an integer. Write an integer.'],
  ['2', 'spec.replicas is a string; it must be an integer. Write an integer.'],
])('30, 31: replicas %j', async (replicas, words) => {
  expect(await said(deployment('api', { replicas }))).toEqual([`SEA3001 /spec/replicas ${words}`]);
});

test('33: bytes, which YAML makes of !!binary, are no JSON', async () => {
  const words = 'data.k is a Buffer, which JSON cannot hold. Write it as a string or a finite number.';
  expect(await said(configMap('settings', parse('k: !!binary aGVsbG8=')))).toEqual([
    `SEA3007 /data/k ${words}`,
  ]);
});

test.each([
  [
    'deployment',
    'The kind "deployment" is not a name in CamelCase, such as Deployment. Did you mean Deployment?',
  ],
  [
    7,
    'The kind 7 is not a name in CamelCase, such as Deployment. Write both as the documentation of the kind does.',
  ],
  [
    '../x',
    'The kind "../x" is not a name in CamelCase, such as Deployment. Write both as the documentation of the kind does.',
  ],
  [
    undefined,
    'The kind (none) is not a name in CamelCase, such as Deployment. Write both as the documentation of the kind does.',
  ],
])('40: the kind %j is refused before it is used', async (kind, words) => {
  expect(await said({ ...deployment('api'), kind })).toEqual([`SEA3002 /kind ${words}`]);
});

test.each(['', '../v1', 'apps/../v1', 'apps/v1/x', 'Apps/v1', 'apps/1', 1, null, 'a'.repeat(64)])(
  '40: the apiVersion %j is refused before it is used',
  async (apiVersion) => {
    expect(await said({ ...deployment('api'), apiVersion })).toEqual([
      expect.stringMatching(/^SEA3002 \/apiVersion /),
    ]);
  },
);

describe('41: fields that do not exist', () => {
  test.each([
    [{ ...configMap('a'), dta: {} }, 'SEA3001 /dta dta is not a field of the schema. Did you mean "data"?'],
    [
      deployment('api', { minReadySecond: 3 }),
      'SEA3001 /spec/minReadySecond spec.minReadySecond is not a field of the schema. Did you mean "minReadySeconds"?',
    ],
    [
      { ...configMap('a'), metadata: { name: 'a', Labels: {} } },
      'SEA3001 /metadata/Labels metadata.Labels is not a field of the schema. Did you mean "labels"?',
    ],
    [
      deployment('api', { wholly: 1 }),
      'SEA3001 /spec/wholly spec.wholly is not a field of the schema. Remove it, or use one of the known fields: ' +
        'minReadySeconds, paused, progressDeadlineSeconds, replicas, revisionHistoryLimit, selector, strategy, template.',
    ],
  ])('%#', async (object, words) => {
    expect(await said(object)).toEqual([words]);
  });

  test('specs is a misspelt spec, and the keys of a map are no fields', async () => {
    const { spec, ...rest } = deployment('api');
    expect(await said({ ...rest, specs: spec })).toEqual([
      'SEA3001 /specs specs is not a field of the schema. Did you mean "spec"?',
    ]);
    expect(await said(configMap('a', { 'any.key': 'x', a_b: 'y' }))).toEqual([]);
  });
});

test.each([
  ['extensions/v1beta1', 'Ingress', 'it was removed in 1.22. Use networking.k8s.io/v1.'],
  ['policy/v1beta1', 'PodDisruptionBudget', 'it was removed in 1.25. Use policy/v1.'],
  [
    'policy/v1beta1',
    'PodSecurityPolicy',
    'it was removed in 1.25. Nothing took its place; remove the object.',
  ],
  ['autoscaling/v3', 'HorizontalPodAutoscaler', 'Use autoscaling/v1 or autoscaling/v2, which it serves.'],
  ['apps/v1', 'Deploymnt', 'in apps/v1 that can be applied. Did you mean Deployment?'],
  ['v1', 'List', 'has no kind List in v1 that can be applied. Correct the apiVersion and the kind.'],
])('51: %s %s is not served by this version', async (apiVersion, kind, end) => {
  const [words, ...others] = await said({ apiVersion, kind, metadata: { name: 'a' } });
  expect(words).toMatch(/^SEA3003 \/apiVersion Kubernetes 1\.29\.15 /);
  expect(words?.endsWith(end)).toBe(true);
  expect(others).toEqual([]);
});

test('38, 44: no name, a quantity with a wrong unit, data that is not base64', async () => {
  expect(await said({ apiVersion: 'v1', kind: 'ConfigMap', metadata: {} })).toEqual([
    'SEA3001 /metadata metadata has no "name". Add "name".',
  ]);
  expect(await said({ apiVersion: 'v1', kind: 'ConfigMap', metadata: null })).toEqual([
    'SEA3001 /metadata metadata is null; it must be an object. Write an object.',
  ]);
  const quota = {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'a' },
    spec: { hard: { memory: '1.5Gib' } },
  };
  expect(await said(quota)).toEqual([
    'SEA3001 /spec/hard/memory spec.hard.memory is not a quantity. Write a number with a unit such as 500m, 2Gi or 1.5G.',
  ]);
  const secret = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, data: { token: 'hunter2!' } };
  const words = await said(secret);
  expect(words).toEqual([
    'SEA3001 /data/token data.token is not base64. Encode the value as base64, or put plain text into stringData.',
  ]);
  expect(words.join()).not.toContain('hunter2');
});

test('46: endless nesting is a finding, not a stack overflow', async () => {
  const nested: Record<string, unknown> = {};
  let inner = nested;
  for (let depth = 0; depth < 20_000; depth += 1) inner = inner['a'] = {};
  expect(await said({ ...configMap('a'), data: nested })).toEqual([
    expect.stringMatching(/^SEA3007 .* nested deeper than 500 levels/),
  ]);
});

test('things that are not objects at all are findings too', async () => {
  for (const thing of [
    {},
    { kind: 'Pod' },
    { apiVersion: 'v1', kind: 'Pod' },
    { apiVersion: 'v1', kind: 'Pod', metadata: 'x' },
  ]) {
    expect(await said(thing)).not.toEqual([]);
  }
});
