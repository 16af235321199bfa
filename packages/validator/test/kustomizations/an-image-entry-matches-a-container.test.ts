import { expect, test } from 'vitest';
import { deployment, saidOf, type Files } from './support/said.ts';

const files = (entry: string, image = 'registry.example/shop/api:1.4.2', more = ''): Files => ({
  'base/kustomization.yaml': 'resources: [api.yaml]\n',
  'base/api.yaml': deployment('api', image),
  'kustomization.yaml': `resources: [base]\n${more}images:\n  - ${entry}\n`,
});

test.each([
  ['{name: registry.example/shop/api, newTag: "2"}', 'registry.example/shop/api:1.4.2'],
  ['{name: api, newTag: "2"}', 'api'],
  ['{name: api, newTag: "2"}', 'api@sha256:0123'],
  ['{name: registry.example:5000/api, newTag: "2"}', 'registry.example:5000/api:1'],
  ['{name: .*/api, newTag: "2"}', 'registry.example/shop/api:1.4.2'],
])('%s matches %s', (entry, image) => {
  expect(saidOf(files(entry, image))).toEqual({ findings: [], notChecked: [] });
});

test.each([
  ['{name: api, newTag: "2"}', 'api'],
  ['{name: registry.example/shop/api:1.4.2, newTag: "2"}', undefined],
  ['{name: registry.example/shop/web, newTag: "2"}', 'registry.example/shop/web'],
])('%s matches nothing', (entry, name) => {
  const image = name === undefined ? 'registry.example/shop/api:1.4' : 'registry.example/shop/api:1.4.2';
  expect(saidOf(files(entry, image)).findings).toEqual([
    expect.stringMatching(/^SEA3607 warning kustomization\.yaml:3:5 No container below has the image /),
  ]);
});

test('what a patch, another entry, a configuration or a chart may bring is not called missing', () => {
  const patch =
    'patches:\n  - target: {kind: Deployment}\n    patch: |\n      - {op: replace, path: /spec/template/spec/containers/0/image, value: "web:1"}\n';
  expect(saidOf(files('{name: web, newTag: "2"}', undefined, patch)).findings).toEqual([]);
  const renamed = {
    ...files('{name: web, newTag: "2"}'),
    'base/kustomization.yaml':
      'resources: [api.yaml]\nimages: [{name: registry.example/shop/api, newName: web}]\n',
  };
  expect(saidOf(renamed).findings).toEqual([]);
  for (const [more, reason] of [
    ['configurations: [images.yaml]\n', 'configurations may name more images'],
    ['helmCharts: [{name: web}]\n', 'it inflates Helm charts'],
  ] as const) {
    const { findings, notChecked } = saidOf(files('{name: web, newTag: "2"}', undefined, more));
    expect(findings.filter((finding) => finding.startsWith('SEA3607'))).toEqual([]);
    expect(notChecked).toEqual([reason]);
  }
});

test.each(['text', '[null]', '[{newTag: "2"}]', '[{name: 5}]', '[{name: "["}]'])('images: %s', (images) => {
  const odd = { ...files('{name: a}'), 'kustomization.yaml': `resources: [base]\nimages: ${images}\n` };
  expect(saidOf(odd)).toEqual({ findings: [], notChecked: [] });
});
