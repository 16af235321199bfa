import { expect, test } from 'vitest';
import { saidOf, type Files } from './support/said.ts';

const files = (spec: string, more = '', apiVersion = 'example.com/v1'): Files => ({
  'kustomization.yaml': `resources: [widget.yaml]\n${more}configMapGenerator: [{name: settings, literals: [a=b]}]\nsecretGenerator: [{name: token, literals: [a=b]}]\n`,
  'widget.yaml': `apiVersion: ${apiVersion}\nkind: Widget\nmetadata: {name: a}\nspec:\n  ${spec}\n`,
});

test.each([
  ['configMapRef: {name: settings}', 'ConfigMap', 'settings', 18],
  ['configMap: settings', 'ConfigMap', 'settings', 3],
  ['secretName: token', 'Secret', 'token', 3],
  ['auth: {secretRef: {name: token}}', 'Secret', 'token', 22],
])('%s in a custom resource', (spec, kind, name, column) => {
  expect(saidOf(files(spec)).findings).toEqual([
    `SEA3609 warning widget.yaml:5:${column} kustomize does not rewrite the name ${name} here: kustomization.yaml generates the ${kind} with a hash behind its name.`,
  ]);
});

test.each([
  ['another name', files('configMapRef: {name: other}')],
  ['the name of another kind', files('secretRef: {name: settings}')],
  ['a text that only is the same', files('title: settings')],
  [
    'a generator without a hash',
    files('secretName: token', 'generatorOptions: {disableNameSuffixHash: true}\n'),
  ],
  ['a reference that kustomize is told of', files('secretName: token', 'configurations: [names.yaml]\n')],
  ['a kind of Kubernetes', files('secretName: token', '', 'networking.k8s.io/v1')],
])('%s is fine', (_what, one) => {
  expect(saidOf(one).findings).toEqual([]);
});
