import { expect, test } from 'vitest';
import { deployment, saidOf } from './support/said.ts';

const files = (patch: string): Readonly<Record<string, string>> => ({
  'kustomization.yaml': `resources: [api.yaml]\npatches:\n  - ${patch}\n`,
  'api.yaml': deployment('api'),
});

test.each([
  '{target: {kind: Deployment}, patch: "[]"}',
  '{patch: "{apiVersion: apps/v1, kind: Deployment, metadata: {name: api}}"}',
])('%s', (patch) => {
  expect(saidOf(files(patch)).findings).toEqual([]);
});

test.each(['{}', '{name: ""}'])('the target %s is everything', (target) => {
  expect(
    saidOf(files(`{target: ${target}, patch: "[{op: add, path: /metadata/labels/a, value: b}]"}`)).findings,
  ).toEqual([
    'SEA3603 warning kustomization.yaml:3:6 The patch changes every object of the kustomization: its target is empty.',
  ]);
});

test('a patch that deletes everything is an error', () => {
  expect(
    saidOf(files('{target: {}, patch: "{$patch: delete, kind: Any, metadata: {name: any}}"}')).findings,
  ).toEqual([
    'SEA3603 error kustomization.yaml:3:6 The patch deletes every object of the kustomization: its target is empty.',
  ]);
});
