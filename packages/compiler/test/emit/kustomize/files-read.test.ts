import { expect, test } from 'vitest';
import { filesRead } from '../../../src/emit/kustomize/files-read.ts';
import type { ResolvedFleet } from '../../../src/resolved/fleet.ts';
import * as folders from './cases/charts-and-folders.ts';
import * as exactness from './cases/exactness.ts';
import * as overlays from './cases/overlays.ts';

const read = (fleet: ResolvedFleet) => fleet.placements.map((placement) => filesRead(fleet, placement));

test('its own folder and its base', () => {
  expect(read(overlays.sameAsBase)).toEqual([['clusters/luneo/base/api', 'clusters/luneo/paris/prod/api']]);
});

test('no base that nothing comes from', () => {
  expect(read(overlays.nothingShared)).toEqual([['clusters/luneo/paris/prod/api']]);
  expect(read(exactness.userNamedLikeAnAccount)).toEqual([['clusters/luneo/lab/prod/api']]);
});

test("an author's folder, and nothing twice", () => {
  expect(read(folders.foreignFolder)[0]).toEqual([
    'clusters/luneo/base/api',
    'clusters/luneo/paris/prod/api',
    'dashboards',
  ]);
});

test('value files of charts alone', () => {
  expect(read(folders.chartValues)[1]).toEqual([
    'clusters/luneo/base/observability/values/prometheus.yaml',
    'clusters/luneo/paris/prod/observability/values/prometheus.yaml',
    'clusters/luneo/paris/prod/observability/values/tempo.yaml',
  ]);
});
