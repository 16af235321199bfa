import { expect, test } from 'vitest';
import { aNetworkPolicySelectsPods as check } from '../../src/references/a-network-policy-selects-pods.ts';
import { object, told, workload } from './support/told.ts';

const labels = (app: string) => ({ matchLabels: { app } });
const policy = (spec: object) => object('networking.k8s.io/v1', 'NetworkPolicy', 'p', { spec });
const api = workload('api');

test('pods and peers that are there', () => {
  const spec = {
    podSelector: labels('api'),
    ingress: [
      { from: [{ podSelector: labels('api') }, { podSelector: {} }, { ipBlock: { cidr: '0.0.0.0/0' } }] },
    ],
  };
  expect(told(check, [policy(spec), api])).toEqual([]);
});

test('a policy for all pods is fine, also where there are none', () => {
  expect(told(check, [policy({ podSelector: {} })])).toEqual([]);
});

test('pods and peers that are not there', () => {
  const spec = {
    podSelector: labels('web'),
    ingress: [{}, { from: [{ podSelector: labels('front') }] }],
    egress: [{ to: [{ podSelector: labels('db') }] }],
  };
  expect(told(check, [policy(spec), api])).toEqual([
    'warning NetworkPolicy/p /spec/podSelector: NetworkPolicy p selects app=web, and no pods in namespace shop have these labels.',
    'warning NetworkPolicy/p /spec/ingress/1/from/0/podSelector: NetworkPolicy p selects app=front, and no pods in namespace shop have these labels.',
    'warning NetworkPolicy/p /spec/egress/0/to/0/podSelector: NetworkPolicy p selects app=db, and no pods in namespace shop have these labels.',
  ]);
});

test('peers in other namespaces are left alone', () => {
  const from = [{ namespaceSelector: {}, podSelector: labels('prometheus') }];
  expect(told(check, [policy({ podSelector: {}, ingress: [{ from }] })])).toEqual([]);
});
