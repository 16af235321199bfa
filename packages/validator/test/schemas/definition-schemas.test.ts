import { readFileSync } from 'node:fs';
import { definitionSchemas } from '@seatrial/validator';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { accepts } from '../support/accepts.ts';

const definition: unknown = parse(
  readFileSync(new URL('../fixtures/backup-definition.yaml', import.meta.url), 'utf8'),
);
const bundle = definitionSchemas([definition]);
const backup = (spec: unknown, rest: object = {}, version = 'v1') =>
  accepts(bundle, `example.com/${version}`, 'Backup', {
    apiVersion: `example.com/${version}`,
    kind: 'Backup',
    metadata: { name: 'nightly' },
    spec,
    ...rest,
  });
const field = (name: string, value: unknown) => backup({ store: 's3', when: null, [name]: value });

test('every served version is a kind', () => {
  expect(
    bundle.kinds.map(({ apiVersion, kind, namespaced }) => `${apiVersion} ${kind} ${namespaced}`),
  ).toEqual(['example.com/v1 Backup true', 'example.com/v1beta1 Backup true']);
});

test('what is no definition gives nothing', () => {
  const broken = [null, 'x', [], { kind: 'CustomResourceDefinition' }, { kind: 'ConfigMap', spec: {} }];
  expect(
    definitionSchemas([...broken, { kind: 'CustomResourceDefinition', spec: { names: {}, versions: [1] } }]),
  ).toEqual({
    kinds: [],
    schemas: {},
  });
});

test('keeps no extension, description or default', () => {
  expect(Object.values(bundle.schemas).join('')).not.toMatch(
    /x-kubernetes|"description"|"default"|"nullable"|"\$id"/,
  );
});

describe('a custom resource', () => {
  test.each([
    ['store', '', false],
    ['mode', 'Full', true],
    ['mode', 'full', false],
    ['mode', null, true],
    ['when', 'daily', true],
    ['keep', 0, false],
    ['keep', 3, true],
    ['keep', 2147483648, false],
    ['ratio', 0, false],
    ['ratio', 1, true],
    ['port', 80, true],
    ['port', 'http', true],
    ['port', 'HTTP', false],
    ['port', true, false],
    ['port', null, true],
    ['home', 'anything at all', true],
    ['empty', {}, true],
    ['empty', { lost: 1 }, false],
    ['names', ['a', 'b'], true],
    ['names', ['a', 'a'], false],
    ['labels', { a: 'x' }, true],
    ['labels', { a: 1 }, false],
    ['bag', { a: 1 }, true],
    ['open', { other: 1, inner: { a: 'x' } }, true],
    ['open', { inner: { b: 'x' } }, false],
    ['any', [1, { a: 2 }], true],
    ['template', { apiVersion: 'v1', kind: 'ConfigMap', data: {} }, true],
    ['template', { data: {} }, false],
    ['source', { git: 'x' }, true],
    ['source', { git: 'x', bucket: 'y' }, false],
    ['source', {}, false],
    ['source', null, true],
    ['stor', 's3', false],
  ])('spec.%s: %j is accepted: %s', (name, value, right) => {
    expect(field(name, value)).toBe(right);
  });

  test('may leave out a required field that has a default, and no other', () => {
    expect(backup({ store: 's3', when: 'daily' })).toBe(true);
    expect(backup({ store: 's3' })).toBe(false);
    expect(backup({ when: 'daily' })).toBe(false);
  });

  test('has the metadata of every object, and the restrictions of its definition', () => {
    const spec = { store: 's3', when: null };
    expect(backup(spec, { metadata: { name: 'a', labels: { a: 'b' }, creationTimestamp: null } })).toBe(true);
    expect(backup(spec, { metadata: { name: 'a', lables: {} } })).toBe(false);
    expect(backup(spec, { metadata: { name: 'longer-than-ten' } })).toBe(false);
    expect(backup(spec, { metadata: {} })).toBe(false);
  });

  test('is not judged by its status, which an API server ignores', () => {
    expect(backup({ store: 's3', when: null }, { status: { anything: 1 } })).toBe(true);
  });

  test('of a version without a schema is open but for what pins it', () => {
    expect(backup({ free: 1 }, { other: 1 }, 'v1beta1')).toBe(true);
    expect(backup({}, { kind: 'Restore' }, 'v1beta1')).toBe(false);
  });
});
