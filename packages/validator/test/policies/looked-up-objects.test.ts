import { describe, expect, test } from 'vitest';
import { cluster } from '../support/rendered-set.ts';
import { configMap, constraintWith, objectsOf, said, templateWith } from './support/said.ts';

const onConfigMaps = "{ match: { kinds: [{ apiGroups: [''], kinds: [ConfigMap] }] } }";

describe('a policy that looks up other objects', () => {
  const lookingUp = templateWith(
    'package k8stest\nviolation[{"msg": "alone"}] { count({n | data.inventory.namespace[_]["v1"]["Secret"][n]}) == 0 }',
  );
  const text = lookingUp + constraintWith(onConfigMaps) + configMap;
  const syncSet = `
---
apiVersion: syncset.gatekeeper.sh/v1alpha1
kind: SyncSet
metadata: { name: s }
spec: { gvks: [{ group: '', version: v1, kind: Secret }] }
`;

  test('sees the objects of the cluster', async () => {
    const secret = '---\n{ apiVersion: v1, kind: Secret, metadata: { name: s, namespace: shop } }';
    expect(await said(objectsOf(text + syncSet))).toEqual({
      findings: ['SEA3301 error ConfigMap/a : The policy test (K8sTest) denies it: alone.'],
      notChecked: [],
    });
    expect(await said(objectsOf(text + syncSet + secret))).toEqual({ findings: [], notChecked: [] });
  });

  test('of a kind that Gatekeeper does not keep is warned of', async () => {
    expect((await said(objectsOf(text))).findings[1]).toBe(
      'SEA3305 warning ConstraintTemplate/k8stest : The policy K8sTest looks up Secret, which Gatekeeper is not told to keep on the cluster paris.',
    );
  });

  test('is unsure where something is not rendered', async () => {
    const clusters = [cluster('paris', { unrendered: [{ what: 'the chart loki of logs' }] })];
    expect(await said(objectsOf(text), { clusters })).toEqual({
      findings: ['SEA3301 warning ConfigMap/a : The policy test (K8sTest) warns of it: alone.'],
      notChecked: [
        'paris: the policy test (K8sTest) could not be asked: it looks up other objects, and the chart loki of logs is not rendered (1)',
        'paris: the chart loki of logs is not rendered (1)',
      ],
    });
  });
});
