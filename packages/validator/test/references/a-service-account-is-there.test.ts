import { expect, test } from 'vitest';
import { aServiceAccountIsThere as check } from '../../src/references/a-service-account-is-there.ts';
import { hints, object, told, workload } from './support/told.ts';

const running = (name: string) => workload('api', { serviceAccountName: name });

test('a ServiceAccount that is there, and the one that always is', () => {
  expect(told(check, [running('api'), object('v1', 'ServiceAccount', 'api')])).toEqual([]);
  expect(told(check, [running('default'), workload('web')])).toEqual([]);
});

test('one that is not there, or in another namespace', () => {
  const finding =
    'error Deployment/api /spec/template/spec/serviceAccountName: Deployment api runs as ServiceAccount api, and there is none in namespace shop.';
  expect(told(check, [running('api')])).toEqual([finding]);
  expect(
    told(check, [running('api'), object('v1', 'ServiceAccount', 'api', {}, { namespace: 'x' })]),
  ).toEqual([finding]);
});

test('the old field counts, and a near name is told', () => {
  const objects = [workload('api', { serviceAccount: 'apy' }), object('v1', 'ServiceAccount', 'api')];
  expect(told(check, objects)[0]).toContain('/spec/template/spec/serviceAccount:');
  expect(hints(check, objects)).toEqual(['Did you mean "api"?']);
});

test('in the namespaces of a cluster itself and of an engine it is not known', () => {
  const inNamespace = (namespace: string) => ({ ...running('x'), metadata: { name: 'api', namespace } });
  expect(told(check, [inNamespace('kube-system')])).toEqual([
    '? a cluster itself fills the namespace kube-system (1)',
  ]);
  expect(told(check, [inNamespace('flux-system')])).toEqual([
    '? the objects of Flux itself are not known (1)',
  ]);
  const application = object('argoproj.io/v1alpha1', 'Application', 'a', {}, { namespace: 'argocd' });
  expect(told(check, [inNamespace('argocd'), application])).toEqual([
    '? the objects of Argo CD itself are not known (1)',
  ]);
  expect(told(check, [inNamespace('argocd')])).toHaveLength(1);
});
