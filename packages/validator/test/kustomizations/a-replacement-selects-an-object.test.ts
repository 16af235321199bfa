import { expect, test } from 'vitest';
import { deployment, saidOf, type Files } from './support/said.ts';

const replacement = (select: string): string =>
  `source: {kind: Deployment, name: api}\ntargets:\n  - select: ${select}\n    fieldPaths: [spec.a]\n`;
const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '    ').replace('    ', '  - ');
const files = (kustomization: string): Files => ({
  'kustomization.yaml': `resources: [api.yaml]\nnamePrefix: shop-\n${kustomization}`,
  'api.yaml': deployment('api'),
});

test.each(['{kind: Deployment}', '{name: api}', '{name: shop-api}'])('%s selects an object', (select) => {
  expect(saidOf(files(`replacements:\n${indented(replacement(select))}`))).toEqual({
    findings: [],
    notChecked: [],
  });
});

test('a target that selects nothing changes nothing', () => {
  expect(
    saidOf(files(`replacements:\n${indented(replacement('{kind: Deployment, name: web}'))}`)).findings,
  ).toEqual([
    'SEA3602 error kustomization.yaml:6:9 The replacement changes nothing: no object below matches kind Deployment, name web.',
  ]);
});

test.each([
  ['one', replacement('{kind: Job}'), 3],
  ['a list of them', indented(replacement('{kind: Job}')).replaceAll(/^ {2}/gm, ''), 3],
])('a file with %s', (_what, text, line) => {
  expect(
    saidOf({ ...files('replacements: [{path: host.yaml}]\n'), 'host.yaml': text }).findings.map((finding) =>
      finding.replace(/:\d+ The/, ' The'),
    ),
  ).toEqual([
    `SEA3602 warning host.yaml:${line} The replacement changes nothing: no object below matches kind Job.`,
  ]);
});

test.each(['text', '[null]', '[{targets: text}]', '[{targets: [{select: 5}]}]', '[{path: nowhere.yaml}]'])(
  'replacements: %s',
  (replacements) => {
    expect(saidOf(files(`replacements: ${replacements}\n`)).findings).toEqual([]);
  },
);
