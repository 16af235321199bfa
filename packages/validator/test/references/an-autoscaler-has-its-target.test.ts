import { expect, test } from 'vitest';
import { anAutoscalerHasItsTarget as check } from '../../src/references/an-autoscaler-has-its-target.ts';
import { clusterObject, hints, object, told, workload } from './support/told.ts';

const scaling = (scaleTargetRef: object) =>
  object('autoscaling/v2', 'HorizontalPodAutoscaler', 'api', { spec: { scaleTargetRef, maxReplicas: 3 } });
const deployment = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'api' };

test('a workload that is there', () => {
  expect(told(check, [scaling(deployment), workload('api')])).toEqual([]);
  const rollout = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'api' };
  expect(told(check, [scaling(rollout), workload('api', {}, {}, 'argoproj.io/v1alpha1/Rollout')])).toEqual(
    [],
  );
});

test('a workload that is not there', () => {
  const objects = [scaling({ ...deployment, name: 'apy' }), workload('api')];
  expect(told(check, objects)).toEqual([
    'error HorizontalPodAutoscaler/api /spec/scaleTargetRef/name: HorizontalPodAutoscaler api scales Deployment apy, and there is none in namespace shop.',
  ]);
  expect(hints(check, objects)).toEqual(['Did you mean "api"?']);
  expect(told(check, [scaling({ ...deployment, kind: 'StatefulSet' }), workload('api')])).toHaveLength(1);
});

test.each(['v1', 'extensions/v1beta1', ''])('a Deployment is not of %s', (apiVersion) => {
  const objects = [scaling({ ...deployment, apiVersion }), workload('api')];
  expect(told(check, objects)).toEqual([
    `error HorizontalPodAutoscaler/api /spec/scaleTargetRef/apiVersion: HorizontalPodAutoscaler api scales Deployment api of ${apiVersion || 'no apiVersion'}, which is a kind of apps/v1.`,
  ]);
});

test.each([
  ['apps/v1', 'DaemonSet'],
  ['batch/v1', 'Job'],
  ['v1', 'Pod'],
])('nothing scales a %s %s', (apiVersion, kind) => {
  const objects = [
    scaling({ apiVersion, kind, name: 'api' }),
    workload('api', {}, {}, `${apiVersion}/${kind}`),
  ];
  expect(told(check, objects)).toEqual([expect.stringContaining('a kind whose replicas cannot be set.')]);
});

test('a custom kind needs the scale subresource where its definition is known', () => {
  const definition = (subresources: object) =>
    clusterObject('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'queues.x.example', {
      spec: { group: 'x.example', names: { kind: 'Queue' }, versions: [{ name: 'v1', subresources }] },
    });
  const objects = [
    scaling({ apiVersion: 'x.example/v1', kind: 'Queue', name: 'q' }),
    object('x.example/v1', 'Queue', 'q'),
  ];
  expect(told(check, objects)).toEqual([]);
  expect(told(check, [...objects, definition({ scale: {} })])).toEqual([]);
  expect(told(check, [...objects, definition({ status: {} })])).toHaveLength(1);
});

test('a ScaledObject scales a Deployment unless it says otherwise', () => {
  const scaled = object('keda.sh/v1alpha1', 'ScaledObject', 's', {
    spec: { scaleTargetRef: { name: 'api' } },
  });
  expect(told(check, [scaled, workload('api')])).toEqual([]);
  expect(told(check, [scaled])).toHaveLength(1);
});
