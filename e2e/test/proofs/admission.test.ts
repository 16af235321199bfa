import type { KubernetesObject } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import { candidatesFor, mutationsOf, objectsToTry, podOf } from '../../src/proofs/admission/candidates.ts';
import { field } from '../../src/trial/field.ts';
import type { Subject } from '../../src/trial/subject.ts';
import { resolved, smallModel } from './small-fleet.ts';

const fleet = resolved(smallModel);
const objects = objectsToTry(fleet, 'left');
const web = objects.find(({ kind }) => kind === 'Deployment') as KubernetesObject;

function image(object: KubernetesObject | undefined): unknown {
  return field(object, 'spec', 'template', 'spec', 'containers', 0, 'image');
}

test('objects are tried under names of their own, hooks not at all', () => {
  expect(
    objects.every(({ kind, metadata }) => kind === 'Namespace' || metadata.name.startsWith('seatrial-')),
  ).toBe(true);
  expect(objects.some(({ kind }) => kind === 'Job')).toBe(false);
});

test('the tag is what follows the last slash: a port of the registry is none', () => {
  const images = new Map(mutationsOf(web).map(({ mutation, mutated }) => [mutation, image(mutated)]));
  expect(images.get('an image with the tag latest')).toBe('registry.example:5000/web:latest');
  expect(images.get('an image without a tag')).toBe('registry.example:5000/web');
});

test('the pod of a workload has its labels and its spec', () => {
  const pod = podOf(web);
  expect(pod).toMatchObject({ kind: 'Pod', metadata: { namespace: 'shop' } });
  expect(pod?.metadata.labels).toMatchObject({ 'app.kubernetes.io/name': 'web' });
  expect(podOf(pod as KubernetesObject)).toBeUndefined();
});

const noTag = {
  id: 'NoLatest/no-latest',
  name: 'no-latest',
  object: {
    apiVersion: 'constraints.gatekeeper.sh/v1beta1',
    kind: 'NoLatest',
    metadata: { name: 'no-latest' },
    spec: { match: { kinds: [{ apiGroups: ['apps'], kinds: ['Deployment'] }] } },
  },
};

function subjectThatRefuses(constraintsOf: (object: KubernetesObject) => string[]): Subject {
  const refusals: Subject['refusals'] = (_cluster, object) =>
    Promise.resolve(constraintsOf(object).map((constraint) => ({ constraint, message: 'no' })));
  return { refusals } as Subject;
}

test('candidates are what the constraint refuses, those that no other refuses first', async () => {
  const subject = subjectThatRefuses((object) => {
    if (!/:\d+\.\d/u.test(String(image(object)))) return [noTag.id, 'Other/other'];
    return object.metadata.labels?.['app.kubernetes.io/name'] === undefined ? [noTag.id] : [];
  });
  const found = await candidatesFor(subject, 'left', noTag, [web]);
  expect(found.map(({ mutation }) => mutation)).toEqual([
    'no label app.kubernetes.io/name',
    'an image with the tag latest',
    'an image without a tag',
  ]);
});

test('an object that is refused as it is cannot show anything', async () => {
  expect(
    await candidatesFor(
      subjectThatRefuses(() => [noTag.id]),
      'left',
      noTag,
      [web],
    ),
  ).toEqual([]);
});
