import { relative } from 'node:path';
import { expect, it } from 'vitest';
import { modelPlaces } from '../../src/findings/model-place.ts';
import { temporaryWorkspace } from '../temporary-workspace.ts';

const files = {
  'environments/shop/fleet.ts': `import { defineFleet } from '@seatrial/compiler';
import { api as service } from './api.ts';
import db from './db.ts';
import * as all from './api.ts';

const shared = { replicas: 2, 'a-b': { c: 1 } };
const labels = { team: 'shop' } as const;

export default defineFleet({
  name: 'shop',
  labels,
  list: [{ a: 1 }, { b: 2 }],
  applications: { service, db, ...shared, late: { ...shared, replicas: 3 }, other: make(), deep: shared['a-b'], all: all.api },
});

function make() { return {}; }
`,
  'environments/shop/api.ts':
    "import { defineApplication } from '@seatrial/compiler';\nexport const api = defineApplication({}, {\n  workloads: { web: { image: 'x' } },\n});\n",
  'environments/shop/db.ts': 'const db = {\n  charts: { pg: {} },\n};\nexport default db satisfies object;\n',
};

it.each([
  [['name'], 'fleet.ts:10:3'],
  [['labels', 'team'], 'fleet.ts:7:18'],
  [['list', '1', 'b'], 'fleet.ts:12:22'],
  [['applications', 'service', 'workloads', 'web', 'image'], 'api.ts:3:23'],
  [['applications', 'db', 'charts', 'pg', 'version'], 'db.ts:2:13'],
  [['applications', 'replicas'], 'fleet.ts:6:18'],
  [['applications', 'a-b', 'c'], 'fleet.ts:6:40'],
  [['applications', 'late', 'replicas'], 'fleet.ts:13:62'],
  [['applications', 'other', 'image'], 'fleet.ts:13:77'],
  [['unknown', 'deep'], 'fleet.ts:9:16'],
])('%j is at %s', (path, place) => {
  const { root } = temporaryWorkspace(files);
  const folder = `${root}/environments/shop`;
  const found = modelPlaces(`${folder}/fleet.ts`)([path]);
  expect(found && `${relative(folder, found.file)}:${found.line}:${found.column}`).toBe(place);
});

it('names that lead in a circle end', () => {
  const { root } = temporaryWorkspace({
    'environments/shop/fleet.ts': 'const a = b;\nconst b = a;\nexport default { a };\n',
  });
  expect(modelPlaces(`${root}/environments/shop/fleet.ts`)([['a', 'x']])).toMatchObject({ line: 3 });
});
