import { expect, test } from 'vitest';
import { saidOf } from './support/said.ts';

const plugin = (what: string): string =>
  `apiVersion: example.com/v1\nkind: Maker\nmetadata:\n  name: a\n  annotations:\n    config.kubernetes.io/function: |\n      ${what}\n`;

test('what kustomize has built in needs nothing', () => {
  const label =
    'apiVersion: builtin\nkind: LabelTransformer\nmetadata: {name: a}\nlabels: {a: b}\nfieldSpecs: []\n';
  expect(
    saidOf({ 'kustomization.yaml': 'transformers: [label.yaml]\n', 'label.yaml': label }).findings,
  ).toEqual([]);
});

test.each(['helmCharts', 'helmChartInflationGenerator'])('%s is off', (field) => {
  expect(saidOf({ 'kustomization.yaml': `${field}: [{name: web}]\n` }).findings).toEqual([
    `SEA3606 warning kustomization.yaml:1:1 ${field} is off in Flux, and in Argo CD unless --enable-helm is set.`,
  ]);
});

test.each([
  ['container: {image: "example.com/maker:1"}', 'a container'],
  ['exec: {path: ./make.sh}', 'a program'],
])('a plugin with %s', (what, runs) => {
  for (const field of ['generators', 'transformers', 'validators'])
    expect(
      saidOf({ 'kustomization.yaml': `${field}: [maker.yaml]\n`, 'maker.yaml': plugin(what) }).findings,
    ).toEqual([
      `SEA3606 warning kustomization.yaml:1:${field.length + 4} The plugin runs ${runs}, which is off in Flux and, unless it is turned on, in Argo CD.`,
    ]);
});

test('a plugin that stands in the kustomization itself', () => {
  const inline = `generators:\n  - |-\n${plugin('exec: {path: ./make.sh}').replaceAll(/^(?=.)/gm, '    ')}`;
  expect(saidOf({ 'kustomization.yaml': inline }).findings).toEqual([
    expect.stringContaining('SEA3606 warning kustomization.yaml:2:5 The plugin runs a program'),
  ]);
});
