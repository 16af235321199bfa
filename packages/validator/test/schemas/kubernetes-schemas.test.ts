import { readFileSync } from 'node:fs';
import { kubernetesSchemas } from '@seatrial/validator';
import { describe, expect, test } from 'vitest';
import { accepts } from '../support/accepts.ts';

const swagger = readFileSync(new URL('../fixtures/openapi-v2.json', import.meta.url), 'utf8');
const bundle = kubernetesSchemas(JSON.parse(swagger));
const widget = (spec: unknown, rest: object = {}) =>
  accepts(bundle, 'apps/v1', 'Widget', {
    apiVersion: 'apps/v1',
    kind: 'Widget',
    metadata: { name: 'a' },
    spec,
    ...rest,
  });
const field = (name: string, value: unknown) => widget({ selector: {}, [name]: value });

test('holds the kinds that can be applied, with their scope, and no list, review or subresource', () => {
  expect(bundle.kinds.map(({ apiVersion, kind, namespaced }) => ({ apiVersion, kind, namespaced }))).toEqual([
    { apiVersion: 'apps/v1', kind: 'Widget', namespaced: true },
    { apiVersion: 'v1', kind: 'Zone', namespaced: false },
  ]);
});

test('writes one self-contained text for each kind, named by its sha256, the same every time', () => {
  for (const { digest } of bundle.kinds) {
    const text = bundle.schemas[digest] ?? '';
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const references = [...text.matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)].map(([, name]) => name);
    const { definitions } = JSON.parse(text) as { definitions: object };
    expect(references.filter((name) => !Object.hasOwn(definitions, name ?? ''))).toEqual([]);
    expect(text).not.toMatch(/"\$id"|"description"/);
  }
  expect(kubernetesSchemas(JSON.parse(swagger))).toEqual(bundle);
});

test('holds only the definitions that a kind reaches, and the status is not one of them', () => {
  const text = bundle.schemas[bundle.kinds.find(({ kind }) => kind === 'Zone')?.digest ?? ''] ?? '';
  expect(text).not.toContain('WidgetSpec');
  expect(Object.values(bundle.schemas).join('')).not.toContain('WidgetStatus');
});

describe('the schema of a kind', () => {
  test('pins apiVersion and kind', () => {
    expect(widget({ selector: {} })).toBe(true);
    expect(widget({ selector: {} }, { apiVersion: 'apps/v2' })).toBe(false);
    expect(widget({ selector: {} }, { kind: 'Zone' })).toBe(false);
  });

  test('wants a name or a generateName', () => {
    expect(widget({ selector: {} }, { metadata: {} })).toBe(false);
    expect(widget({ selector: {} }, { metadata: null })).toBe(false);
    expect(widget({ selector: {} }, { metadata: undefined })).toBe(false);
    expect(widget({ selector: {} }, { metadata: { generateName: 'a-' } })).toBe(true);
  });

  test('refuses a field that it does not name, at every level', () => {
    expect(widget({ selector: {} }, { specs: {} })).toBe(false);
    expect(widget({ selector: { matsch: '' } })).toBe(false);
    expect(field('children', [{ selector: {}, siz: 1 }])).toBe(false);
  });

  test('follows a definition that names itself', () => {
    expect(field('children', [{ selector: {}, children: [{ selector: {}, size: 1 }] }])).toBe(true);
    expect(field('children', [{ selector: {}, children: [{ selector: {}, size: 'x' }] }])).toBe(false);
  });

  test('takes null for an optional field, and not for a required one or an item', () => {
    for (const name of ['size', 'title', 'tags', 'labels', 'port', 'limits', 'children'])
      expect(field(name, null)).toBe(true);
    expect(widget({ selector: {} }, { metadata: { name: 'a', creationTimestamp: null } })).toBe(true);
    expect(widget({ selector: null })).toBe(false);
    expect(widget(null)).toBe(false);
    expect(field('tags', [null])).toBe(false);
    expect(field('children', [null])).toBe(false);
  });

  test('does not judge what stands in the status', () => {
    expect(widget({ selector: {} }, { status: {} })).toBe(true);
    expect(widget({ selector: {} }, { status: { anything: 1 } })).toBe(true);
  });

  test('leaves open what Kubernetes leaves open', () => {
    expect(field('raw', { any: { thing: 1 } })).toBe(true);
    for (const value of [1, 'x', [], { a: 1 }, false]) expect(field('any', value)).toBe(true);
    expect(field('open', { a: 'x', b: 1 })).toBe(true);
    expect(field('open', { a: 1 })).toBe(false);
  });

  test.each([
    ['size', 2147483647, true],
    ['size', 2147483648, false],
    ['size', 1e20, false],
    ['size', 1.5, false],
    ['size', '2', false],
    ['serial', 9007199254740991, true],
    ['serial', 1e19, false],
    ['port', 80, true],
    ['port', 'http', true],
    ['port', true, false],
    ['port', 1e10, false],
    ['limits', { memory: '1.5Gi', cpu: 2, disk: '1e3' }, true],
    ['limits', { memory: '1.5Gib' }, false],
    ['limits', { memory: true }, false],
    ['key', 'YQ==', true],
    ['key', '', true],
    ['key', 'YW\nJj', true],
    ['key', 'YQ=', false],
    ['key', 'not base64!', false],
    ['labels', { a: 'x' }, true],
    ['labels', { a: 1 }, false],
    ['labels', { a: null }, false],
  ])('%s: %j is accepted: %s', (name, value, right) => {
    expect(field(name, value)).toBe(right);
  });

  test('writes the bounds of an int64 with all their digits', () => {
    expect(Object.values(bundle.schemas).join('')).toContain(
      '"maximum":9223372036854775807,"minimum":-9223372036854775808',
    );
  });
});

test('another document ends in one sentence', () => {
  expect(() => kubernetesSchemas({ openapi: '3.0.0', paths: {} })).toThrow(
    /is not an OpenAPI v2 document\.$/,
  );
  expect(() => kubernetesSchemas(null)).toThrow(/is not an OpenAPI v2 document\.$/);
});
