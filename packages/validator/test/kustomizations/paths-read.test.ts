import { isRemote, pathFrom, pathsRead } from '@seatrial/validator';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const read = (text: string) =>
  pathsRead(parse(text)).map(({ pointer, entry, holds }) => `${holds} ${pointer} ${entry}`);

describe('what a kustomization reads', () => {
  test('has its pointer, and what it may be', () => {
    expect(
      read(`
        resources: [base, https://example.com/x.yaml]
        components: [../part]
        generators: [plugin.yaml]
        crds: [crd.json]
        patches: [{path: p.yaml}, {patch: '- op: remove'}]
        configMapGenerator: [{files: [a.txt, key=b.txt], envs: [c.env], env: d.env}]
        helmCharts: [{valuesFile: v.yaml, additionalValuesFiles: [w.yaml]}]
        openapi: {path: schema.json}
      `),
    ).toEqual([
      'resource /resources/0 base',
      'resource /resources/1 https://example.com/x.yaml',
      'component /components/0 ../part',
      'plugin /generators/0 plugin.yaml',
      'file /crds/0 crd.json',
      'file /patches/0/path p.yaml',
      'file /configMapGenerator/0/files/0 a.txt',
      'file /configMapGenerator/0/files/1 b.txt',
      'file /configMapGenerator/0/envs/0 c.env',
      'file /configMapGenerator/0/env d.env',
      'values /helmCharts/0/valuesFile v.yaml',
      'values /helmCharts/0/additionalValuesFiles/0 w.yaml',
      'file /openapi/path schema.json',
    ]);
  });

  test('is not what is written in place, nor what has another shape', () => {
    expect(read('patchesStrategicMerge: ["a: b\\nc: d"]\nresources: ["", 3, {a: b}, null]')).toEqual([]);
    expect(read('resources: a\nconfigMapGenerator: [a, {files: [3, key=]}]\nopenapi: x')).toEqual([]);
    expect([null, 'text', [], 3].flatMap(pathsRead)).toEqual([]);
  });
});

test.each([
  ['https://example.com/x.yaml', true],
  ['git@example.com:team/base', true],
  ['github.com/team/base?ref=v1', true],
  ['git::https://example.com/base', true],
  ['../github.com', false],
  ['base/x@y', false],
])('an address or a path: %s', (entry, expected) => {
  expect(isRemote(entry)).toBe(expected);
});

test.each([
  ['apps/web', '../base/', 'apps/base'],
  ['apps', '..', '.'],
  ['apps', '../..', undefined],
  ['.', '/apps', 'apps'],
])('a path from %s: %s', (folder, entry, expected) => {
  expect(pathFrom(folder, entry)).toBe(expected);
});
