import type { KubernetesObject } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import { ownerOf, writesSince } from '../../src/proofs/changes/object-writes.ts';
import type { ObjectSighting } from '../../src/trial/trial.ts';

function deployment(
  fields: Record<string, unknown>,
  annotations: Record<string, string> = {},
): KubernetesObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'web',
      namespace: 'shop',
      annotations: {
        'argocd.argoproj.io/tracking-id': 'shop-prod-left:apps/Deployment:shop/web',
        ...annotations,
      },
    },
    ...fields,
  };
}

function seen(type: ObjectSighting['type'], object: KubernetesObject, at: number): ObjectSighting {
  return { type, object, at, order: BigInt(at) };
}

test('status and the notes of controllers are no writes; a field, an annotation and a deletion are', () => {
  const sightings = [
    seen('ADDED', deployment({ spec: { replicas: 1 } }), 1),
    seen('MODIFIED', deployment({ spec: { replicas: 1 }, status: { replicas: 1 } }), 10),
    seen('MODIFIED', deployment({ spec: { replicas: 1 } }, { 'deployment.kubernetes.io/revision': '2' }), 11),
    seen('MODIFIED', deployment({ spec: { replicas: 2 } }), 12),
    seen('MODIFIED', deployment({ spec: { replicas: 2 } }, { note: 'x' }), 13),
    seen('DELETED', deployment({ spec: { replicas: 2 } }, { note: 'x' }), 14),
  ];
  const writes = writesSince(sightings, 5);
  expect(writes.map(({ what, at, owner }) => [what, at, owner])).toEqual([
    ['changed', 12, 'shop-prod-left'],
    ['changed', 13, 'shop-prod-left'],
    ['deleted', 14, 'shop-prod-left'],
  ]);
});

test('what was there before and is seen again as it was is not written', () => {
  const same = deployment({ spec: { replicas: 1 } });
  expect(writesSince([seen('ADDED', same, 1), seen('ADDED', same, 9)], 5)).toEqual([]);
  expect(writesSince([seen('ADDED', same, 9)], 5).map(({ what }) => what)).toEqual(['created']);
});

test('a ReplicaSet that inherits the tracking id of its Deployment is nobody’s', () => {
  const replicas = { ...deployment({}), kind: 'ReplicaSet' };
  expect(ownerOf(replicas)).toBeUndefined();
  expect(ownerOf(deployment({}))).toBe('shop-prod-left');
});
