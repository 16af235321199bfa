import { expect, test } from 'vitest';
import { deployment, saidOf, type Files } from './support/said.ts';

const files = (replicas: string, more = ''): Files => ({
  'kustomization.yaml': `resources: [api.yaml]\n${more}replicas: ${replicas}\n`,
  'api.yaml': deployment('api'),
});

test('a workload of that name, or with a prefix, is there', () => {
  expect(saidOf(files('[{name: api, count: 2}]')).findings).toEqual([]);
  expect(saidOf(files('[{name: shop-api, count: 2}]', 'namePrefix: shop-\n')).findings).toEqual([]);
});

test('an entry that matches nothing is refused by kustomize', () => {
  expect(saidOf(files('[{name: api, count: 2}, {name: web, count: 2}]')).findings).toEqual([
    'SEA3608 error kustomization.yaml:2:35 No Deployment or StatefulSet below has the name web, and kustomize refuses the entry.',
  ]);
});

test('what is not known may have it', () => {
  expect(saidOf(files('[{name: web, count: 2}]', 'generators: [a.yaml]\n'))).toEqual({
    findings: [],
    notChecked: ['it has generators'],
  });
});

test.each(['text', '[null]', '[{count: 2}]'])('replicas: %s', (replicas) => {
  expect(saidOf(files(replicas)).findings).toEqual([]);
});
