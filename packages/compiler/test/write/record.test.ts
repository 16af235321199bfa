import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TreeFacts } from '../../src/facts/tree-facts.ts';
import { checkParts } from '../../src/write/check-parts.ts';
import { checkTree } from '../../src/write/check-tree.ts';
import { writeTree } from '../../src/write/write-tree.ts';
import { put, temporaryTree } from './temporary-tree.ts';

const files = new Map([
  ['base/api/api.yaml', 'kind: Deployment\n'],
  ['paris/prod/api/kustomization.yaml', 'resources: [../../../base/api]\n'],
  ['dublin/prod/api/kustomization.yaml', 'resources: [../../../base/api]\n'],
]);
const cluster = { kubernetes: '1.34.2', applications: ['api'], facts: '1'.repeat(64) };
const facts: TreeFacts = {
  fleet: '2'.repeat(64),
  applications: {},
  clusters: { paris: cluster, dublin: { ...cluster, argoCd: 'argo-cd' } },
  charts: [{ repository: 'https://charts.example', chart: 'loki', version: '1.0.0' }],
};
const upgraded: TreeFacts = {
  ...facts,
  clusters: { ...facts.clusters, paris: { ...cluster, kubernetes: '1.35.0' } },
};
const part = (name: string) => ({
  holds: (file: string) => file.startsWith(`${name}/`) || file.startsWith('base/'),
  clusters: [name],
  wholeRecord: false,
});
const whole = { holds: () => true, clusters: [], wholeRecord: true };

test('the record is JSON with a line for each cluster, chart and file', async () => {
  const location = temporaryTree();
  await writeTree(location, files, facts);
  const text = readFileSync(join(location.folder, '.seatrial.json'), 'utf8');
  expect(JSON.parse(text)).toMatchObject({
    fleet: facts.fleet,
    clusters: facts.clusters,
    charts: facts.charts,
  });
  const lines = text.split('\n');
  expect(lines.filter((line) => /^ {4}"(paris|dublin)": /.test(line))).toHaveLength(2);
  expect(lines.indexOf(lines.find((line) => line.includes('"dublin"'))!)).toBeLessThan(
    lines.indexOf(lines.find((line) => line.includes('"paris"'))!),
  );
});

test('a record of an older compiler is read, and counts as stale', async () => {
  const location = temporaryTree();
  await writeTree(location, files, facts);
  const path = join(location.folder, '.seatrial.json');
  const { generatedBy, files: owned } = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>;
  writeFileSync(path, JSON.stringify({ generatedBy, files: owned }));
  const stale = [{ code: 'SEA5005', place: { file: '.seatrial.json' } }];
  expect(await checkTree(location, files, facts)).toMatchObject(stale);
  expect((await checkParts(location, files, facts))(part('paris'))).toMatchObject(stale);
  expect(await writeTree(location, files, facts)).toMatchObject({ written: [], removed: [], findings: [] });
  expect(await checkTree(location, files, facts)).toEqual([]);
});

test('a part of a tree is stale with its own files and facts, and with no others', async () => {
  const location = temporaryTree();
  await writeTree(location, files, facts);
  put(location, 'dublin/prod/api/kustomization.yaml', 'resources: []\n');
  const ofFiles = await checkParts(location, files, facts);
  expect(ofFiles(part('paris'))).toEqual([]);
  expect(ofFiles(part('dublin'))).toMatchObject([{ code: 'SEA5001' }]);
  expect(ofFiles(whole)).toHaveLength(1);
});

test('changed facts of a cluster make it and the whole stale', async () => {
  const location = temporaryTree();
  await writeTree(location, files, facts);
  const ofFacts = await checkParts(location, files, upgraded);
  const stale = [{ code: 'SEA5005', place: { file: '.seatrial.json' } }];
  expect(ofFacts(part('paris'))).toMatchObject(stale);
  expect(ofFacts(part('dublin'))).toEqual([]);
  expect(ofFacts(whole)).toMatchObject(stale);
});
