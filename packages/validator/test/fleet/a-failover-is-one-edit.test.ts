import { expect, test } from 'vitest';
import { aFailoverIsOneEdit } from '../../src/fleet/a-failover-is-one-edit.ts';
import { fleetView, nothing, pair, said } from './fleet-view.ts';

const check = (...args: Parameters<typeof fleetView>) => said(aFailoverIsOneEdit, fleetView(...args));
const image = 'registry.example/api:1';

test('a model that is right with the roles exchanged', () => {
  expect(check({ api: { workloads: { api: { image } } } })).toEqual(nothing);
});

test('a standby of two active clusters leaves the other pair with two of them', () => {
  const rome = { kubernetes: '1.34', role: 'active', environments: ['prod'] };
  const api = { workloads: { api: { image } } };
  expect(
    check({ api }, { clusters: { ...pair, rome }, failover: { paris: 'dublin', rome: 'dublin' } }).findings,
  ).toEqual([
    'error dublin: dublin cannot take over for paris: with the roles exchanged the model is wrong (SEA1003): failover.rome.dublin: "dublin" is not a cluster with role standby.',
    'error dublin: dublin cannot take over for rome: with the roles exchanged the model is wrong (SEA1003): failover.paris.dublin: "dublin" is not a cluster with role standby.',
  ]);
});

test('a version that only the active cluster is told', () => {
  const api = {
    on: { roles: ['active'] },
    workloads: { api: { image: 'registry.example/api' } },
    perCluster: { paris: { workloads: { api: { image } } } },
  };
  expect(check({ api }).findings).toEqual([
    expect.stringContaining(
      'error dublin: dublin cannot take over for paris: with the roles exchanged the model is wrong (SEA1008)',
    ),
  ]);
});
