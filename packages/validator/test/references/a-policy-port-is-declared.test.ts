import { expect, test } from 'vitest';
import { aPolicyPortIsDeclared as check } from '../../src/references/a-policy-port-is-declared.ts';
import { hints, object, told, workload } from './support/told.ts';

const policy = (port: unknown, podSelector: object = { matchLabels: { app: 'web' } }) =>
  object('networking.k8s.io/v1', 'NetworkPolicy', 'p', {
    spec: { podSelector, ingress: [{ ports: [{ port }] }] },
  });
const web = workload('web');

test('a name that the pods declare, and any number', () => {
  expect(told(check, [policy('http'), policy(1234), web])).toEqual([]);
});

test('a name that they do not declare', () => {
  const objects = [policy('htpp'), web];
  expect(told(check, objects)).toEqual([
    'warning NetworkPolicy/p /spec/ingress/0/ports/0/port: NetworkPolicy p lets in the TCP port htpp, and the pods that it selects declare only http (8080).',
  ]);
  expect(hints(check, objects)).toEqual(['Did you mean "http"?']);
});

test('one of all pods of the namespace is enough, and none is for another check', () => {
  expect(told(check, [policy('http', {}), web, workload('api', { containers: [] })])).toEqual([]);
  expect(told(check, [policy('http')])).toEqual([]);
});
