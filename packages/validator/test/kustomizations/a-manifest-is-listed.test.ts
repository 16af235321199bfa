import { expect, test } from 'vitest';
import { deployment, saidOf } from './support/said.ts';

const listed = { 'kustomization.yaml': 'resources: [api.yaml]\n', 'api.yaml': deployment('api') };

test('a manifest that no kustomization lists is told', () => {
  expect(saidOf({ ...listed, 'web.yaml': deployment('web') }).findings).toEqual([
    'SEA3604 warning web.yaml:1:1 No kustomization lists this file, so the Deployment web in it is not applied.',
  ]);
});

test.each([
  ['a patch of another kustomization', { 'top/kustomization.yaml': 'resources: [../web.yaml]\n' }],
  ['a patch', { 'kustomization.yaml': 'resources: [api.yaml]\npatches: [{path: web.yaml}]\n' }],
  [
    'the input of a generator',
    {
      'kustomization.yaml': 'resources: [api.yaml]\nconfigMapGenerator: [{name: a, files: [web=web.yaml]}]\n',
    },
  ],
])('%s is listed', (_what, more) => {
  expect(saidOf({ ...listed, 'web.yaml': deployment('web'), ...more }).findings).toEqual([]);
});

test.each([
  ['values of a chart', 'replicas: 2\n'],
  ['an object without a name', 'apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n'],
  ['what cannot be read', 'a: [\n'],
  [
    'an Application, which people apply by hand',
    'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: {name: a}\n',
  ],
  [
    'a local file',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, annotations: {config.kubernetes.io/local-config: "true"}}\n',
  ],
])('%s is no manifest that is missing', (_what, text) => {
  expect(saidOf({ ...listed, 'other.yaml': text }).findings).toEqual([]);
});

test('what something else applies, and the files beside a component, are not missing', () => {
  expect(saidOf({ ...listed, 'web.yaml': deployment('web') }, ['web.yaml']).findings).toEqual([]);
  const component = { 'kustomization.yaml': 'kind: Component\n', 'web.yaml': deployment('web') };
  expect(saidOf(component).findings).toEqual([]);
});
