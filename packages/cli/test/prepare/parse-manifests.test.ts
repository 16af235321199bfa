import { describe, expect, test } from 'vitest';
import { parseManifests, parseYaml } from '../../src/helm/parse-manifests.ts';

describe('YAML as Kubernetes reads it', () => {
  test.each([
    ['yes', true],
    ['off', false],
    ['y', true],
    ['0644', 420],
    ['0x1f', 31],
    ['1_000', 1000],
    ['1e3', 1000],
    ['2024-01-01', '2024-01-01'],
    ['2001-12-14t21:59:43.10-05:00', '2001-12-14t21:59:43.10-05:00'],
    ['190:20:30', '190:20:30'],
    ['12:30', '12:30'],
    ['"yes"', 'yes'],
    ['~', null],
    ['', null],
    ['1.2.3', '1.2.3'],
  ])('%s is %o', (text, value) => {
    expect(parseYaml(`a: ${text}\n`)).toEqual([{ a: value }]);
  });

  test('merges, and lets a key of its own win', () => {
    expect(parseYaml('base: &b { p: 1, q: 2 }\nown: { <<: *b, q: 3 }\n')).toEqual([
      { base: { p: 1, q: 2 }, own: { p: 1, q: 3 } },
    ]);
  });

  test('takes the last of a key that comes twice', () => {
    expect(parseYaml('a: 1\na: 2\n')).toEqual([{ a: 2 }]);
  });

  test('drops empty documents', () => {
    expect(parseYaml('')).toEqual([]);
    expect(parseYaml('---\n# nothing\n---\na: 1\n---\n')).toEqual([{ a: 1 }]);
  });

  test('says the line of what is wrong', () => {
    expect(() => parseYaml('a: 1\nb: [\n')).toThrow(/line [23]/);
  });
});

test('manifests are objects', () => {
  const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } };
  expect(parseManifests('apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n')).toEqual([object]);
  expect(() => parseManifests('just text\n')).toThrow(
    'a document is no Kubernetes object: it starts with "just text"',
  );
});
