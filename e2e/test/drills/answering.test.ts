import { expect, test } from 'vitest';
import { isAnswering } from '../../src/drills/answering.ts';
import { floorsOf, shortfall } from '../../src/drills/floors.ts';

const ingress = (host: string, address: boolean) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'api', namespace: 'shop' },
  spec: { rules: [{ host, http: { paths: [{ path: '/', backend: { service: { name: 'api' } } }] } }] },
  status: { loadBalancer: address ? { ingress: [{ hostname: 'lb.example' }] } : {} },
});
const slice = (service: string, ...ready: (boolean | undefined)[]) => ({
  apiVersion: 'discovery.k8s.io/v1',
  kind: 'EndpointSlice',
  metadata: { name: `${service}-x`, namespace: 'shop', labels: { 'kubernetes.io/service-name': service } },
  endpoints: ready.map((each) => ({ conditions: each === undefined ? {} : { ready: each } })),
});
const answers = (ingresses: object[], endpointSlices: object[]) =>
  isAnswering('api.example', { ingresses, endpointSlices } as unknown as Parameters<typeof isAnswering>[1]);

test('a host answers with an address and a ready endpoint behind its Service', () => {
  expect(answers([ingress('api.example', true)], [slice('api', false, true)])).toBe(true);
  expect(answers([ingress('api.example', true)], [slice('api', undefined)])).toBe(true);
});

test('and not without one of them', () => {
  expect(answers([], [slice('api', true)])).toBe(false);
  expect(answers([ingress('other.example', true)], [slice('api', true)])).toBe(false);
  expect(answers([ingress('api.example', false)], [slice('api', true)])).toBe(false);
  expect(answers([ingress('api.example', true)], [slice('api', false), slice('web', true)])).toBe(false);
});

test('a floor is what the model says, and a live workload has it or lacks it', () => {
  const deployment = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'api', namespace: 'shop' },
    spec: { replicas: 3 },
  };
  const [floor] = floorsOf([deployment]);
  if (floor === undefined) throw new Error('no floor');
  expect(shortfall(floor, { ...deployment, status: { readyReplicas: 3 } })).toBeUndefined();
  expect(shortfall(floor, { ...deployment, status: { readyReplicas: 2 } })).toBe(
    'Deployment shop/api has 2 of 3 ready pods',
  );
  expect(shortfall(floor, undefined)).toBe('Deployment shop/api is not there');
});
