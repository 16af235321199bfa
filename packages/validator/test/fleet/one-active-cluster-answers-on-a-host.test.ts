import { expect, test } from 'vitest';
import { oneActiveClusterAnswersOnAHost } from '../../src/fleet/one-active-cluster-answers-on-a-host.ts';
import { fleetView, nothing, pair, said } from './fleet-view.ts';

const check = (...args: Parameters<typeof fleetView>) =>
  said(oneActiveClusterAnswersOnAHost, fleetView(...args));

const rome = { kubernetes: '1.34', role: 'active', environments: ['prod'] };
const api = {
  workloads: { api: { image: 'registry.example/api:1', port: 80, ingress: 'api.shop.example' } },
  perRole: { standby: { workloads: { api: { ingress: 'api-standby.shop.example' } } } },
};

test('a second active cluster answers on a host that fails over', () => {
  expect(check({ api }, { clusters: { ...pair, rome } })).toEqual({
    findings: [
      'error rome Ingress/api /spec/rules/0/host: Ingress api/api on rome answers on api.shop.example, as Ingress api/api on paris does, and both clusters are active.',
    ],
    notChecked: [],
  });
});

test('a pair alone has one active cluster', () => {
  expect(check({ api })).toEqual(nothing);
});

test('another host, or another environment, is fine', () => {
  const perCluster = { rome: { workloads: { api: { ingress: 'api.rome.example' } } } };
  expect(check({ api: { ...api, perCluster } }, { clusters: { ...pair, rome } })).toEqual(nothing);
  const lab = { ...rome, environments: ['dev'] };
  expect(check({ api }, { clusters: { ...pair, rome: lab } })).toEqual(nothing);
});

test('active clusters without a standby may share a host: nothing fails over', () => {
  const clusters = { paris: pair.paris, rome };
  expect(check({ api }, { clusters, failover: {} })).toEqual(nothing);
});

test('two active clusters that both have a standby are told once', () => {
  const standby = { kubernetes: '1.34', role: 'standby', environments: ['prod'] };
  const clusters = { ...pair, rome, lisbon: standby };
  const failover = { paris: 'dublin', rome: 'lisbon' };
  expect(check({ api }, { clusters, failover }).findings).toEqual([
    expect.stringContaining('error rome Ingress/api /spec/rules/0/host: Ingress api/api on rome answers on'),
  ]);
});
