import { expect, test } from 'vitest';
import { whatIsActiveIsOnTheStandbyToo } from '../../src/fleet/what-is-active-is-on-the-standby-too.ts';
import { fleetView, nothing, pair, said } from './fleet-view.ts';

const check = (...args: Parameters<typeof fleetView>) =>
  said(whatIsActiveIsOnTheStandbyToo, fleetView(...args));
const workloads = { api: { image: 'registry.example/api:1' } };

test('an application on every cluster, and one that follows the role', () => {
  expect(check({ api: { workloads }, jobs: { on: { roles: ['active'] }, workloads } })).toEqual(nothing);
});

test('an application of one cluster is lost with it', () => {
  expect(check({ api: { on: { clusters: ['paris'] }, workloads } })).toEqual({
    findings: ['warning paris: api in prod is lost with paris: dublin, which takes over, does not get it.'],
    notChecked: [],
  });
});

test('an environment that the standby does not carry is lost', () => {
  const clusters = { ...pair, paris: { ...pair.paris, environments: ['prod', 'staging'] } };
  expect(check({ api: { workloads } }, { clusters }).findings).toEqual([
    'warning paris: api in staging is lost with paris: dublin, which takes over, does not get it.',
  ]);
});

test('what is on the standby only is not lost', () => {
  expect(check({ api: { workloads }, drill: { on: { clusters: ['dublin'] }, workloads } })).toEqual(nothing);
});
