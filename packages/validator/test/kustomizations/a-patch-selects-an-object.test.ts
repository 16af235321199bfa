import { expect, test } from 'vitest';
import { deployment, saidOf, type Files } from './support/said.ts';

const base: Files = {
  'base/kustomization.yaml': 'resources: [api.yaml]\nnamePrefix: shop-\n',
  'base/api.yaml': deployment('api'),
};
const patched = (target: string, more = ''): Files => ({
  ...base,
  'top/kustomization.yaml': `resources: [../base]\n${more}patches:\n  - target: ${target}\n    patch: |\n      - {op: add, path: /spec/replicas, value: 2}\n`,
});

test.each([
  '{kind: Deployment, name: api}',
  '{kind: Deployment, name: shop-api}',
  '{kind: Deployment}',
  '{name: a.*}',
  '{group: apps, version: v1}',
  '{labelSelector: app=api}',
  '{labelSelector: "app in (api, web)"}',
  '{labelSelector: "!legacy"}',
  '{namespace: default}',
  '{kind: (Deployment|StatefulSet)}',
])('%s selects an object below', (target) => {
  expect(saidOf(patched(target))).toEqual({ findings: [], notChecked: [] });
});

test.each([
  ['{kind: Deployment, name: ap}', 'error', 'kind Deployment, name ap'],
  ['{kind: deployment, name: api}', 'error', 'kind deployment, name api'],
  ['{kind: Deployment, name: prod-shop-api}', 'error', 'kind Deployment, name prod-shop-api'],
  ['{kind: StatefulSet}', 'warning', 'kind StatefulSet'],
  ['{labelSelector: app=web}', 'warning', 'labelSelector app=web'],
])('%s selects nothing', (target, severity, words) => {
  expect(saidOf(patched(target, 'namePrefix: prod-\n')).findings).toEqual([
    `SEA3601 ${severity} top/kustomization.yaml:4:5 The patch selects nothing: no object below matches ${words}.`,
  ]);
});

test('what is not known may hold the object', () => {
  const files = { ...patched('{kind: Deployment, name: other}') };
  const remote = files['top/kustomization.yaml']?.replace(
    '[../base]',
    '[../base, "https://example.com/base?ref=v1"]',
  );
  expect(saidOf({ ...files, 'top/kustomization.yaml': remote ?? '' })).toEqual({
    findings: [],
    notChecked: ['https://example.com/base?ref=v1 is outside of this repository'],
  });
  const chart = `${files['top/kustomization.yaml']}helmCharts: [{name: web}]\n`;
  expect(saidOf({ ...files, 'top/kustomization.yaml': chart }).notChecked).toEqual([
    'it inflates Helm charts',
  ]);
  const regex = saidOf(patched('{name: "("}'));
  expect(regex).toEqual({ findings: [], notChecked: ['the selector cannot be read'] });
});

test('a component works on what its users have, and says nothing where one of them has it', () => {
  const component: Files = {
    ...base,
    'part/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\npatches:\n  - target: {kind: Deployment, name: api}\n    patch: |\n      - {op: add, path: /spec/replicas, value: 2}\n',
  };
  expect(saidOf(component)).toEqual({ findings: [], notChecked: ['nothing here uses the component'] });
  const web = 'resources: [web.yaml]\ncomponents: [../part]\n';
  const without = { 'web/kustomization.yaml': web, 'web/web.yaml': deployment('web') };
  expect(saidOf({ ...component, ...without }).findings).toEqual([
    'SEA3601 error part/kustomization.yaml:4:5 The patch selects nothing: no object below matches kind Deployment, name api.',
  ]);
  const shop = { 'shop/kustomization.yaml': 'resources: [../base]\ncomponents: [../part]\n' };
  expect(saidOf({ ...component, ...without, ...shop })).toEqual({ findings: [], notChecked: [] });
});

test('a base that two roots share is looked at as each of them changes it', () => {
  const files: Files = {
    ...base,
    'one/kustomization.yaml': `resources: [../base]\nnameSuffix: -one\n`,
    'top/kustomization.yaml': `resources: [../one]\npatches:\n  - {target: {name: shop-api-one}, patch: "[]"}\n`,
    'other/kustomization.yaml': `resources: [../base]\npatches:\n  - {target: {name: shop-api-one}, patch: "[]"}\n`,
  };
  expect(saidOf(files).findings).toEqual([
    'SEA3601 error other/kustomization.yaml:3:6 The patch selects nothing: no object below matches name shop-api-one.',
  ]);
});

test.each(['[]', 'text', '[{target: text}]', '[{target: {kind: 5}}]', '[5, null]', '{a: b}'])(
  'patches: %s',
  (patches) => {
    expect(
      saidOf({ ...base, 'top/kustomization.yaml': `resources: [../base]\npatches: ${patches}\n` }).findings,
    ).toEqual([]);
  },
);
