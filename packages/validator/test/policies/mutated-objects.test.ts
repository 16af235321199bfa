import { expect, test } from 'vitest';
import { configMap, constraintWith, objectsOf, said, templateWith } from './support/said.ts';

const policy =
  templateWith(
    'package k8stest\nviolation[{"msg": "no owner"}] { not input.review.object.metadata.labels.owner }',
  ) + constraintWith("{ match: { kinds: [{ apiGroups: [''], kinds: [ConfigMap] }] } }");

const mutation = (kind: string, spec: string) => `
---
apiVersion: mutations.gatekeeper.sh/v1
kind: ${kind}
metadata: { name: owner }
spec: ${spec}
`;
const assign = (applyTo: string, match = '{}') =>
  mutation(
    'Assign',
    `{ applyTo: [${applyTo}], match: ${match}, location: metadata.x, parameters: { assign: { value: y } } }`,
  );
const configMaps = "{ groups: [''], versions: [v1], kinds: [ConfigMap] }";

const denied = {
  findings: ['SEA3301 error ConfigMap/a : The policy test (K8sTest) denies it: no owner.'],
  notChecked: [],
};
const open = (kind: string) => ({
  findings: [],
  notChecked: [
    `paris: the policy test (K8sTest) could not be asked: the mutation ${kind} owner may change the object first (1)`,
  ],
});

test('an object that a mutation may change first is not denied for sure', async () => {
  expect(await said(objectsOf(policy + configMap))).toEqual(denied);
  expect(await said(objectsOf(policy + assign(configMaps) + configMap))).toEqual(open('Assign'));
  const everywhere = mutation('AssignMetadata', '{ match: {}, location: metadata.labels.owner }');
  expect(await said(objectsOf(policy + everywhere + configMap))).toEqual(open('AssignMetadata'));
});

test('an object that obeys needs no mutation', async () => {
  const owned = configMap.replace('namespace: shop', 'namespace: shop, labels: { owner: me }');
  expect(await said(objectsOf(policy + assign(configMaps) + owned))).toEqual({
    findings: [],
    notChecked: [],
  });
});

test('a mutation of other objects changes nothing', async () => {
  for (const other of [
    assign("{ groups: [''], versions: [v1], kinds: [Secret] }"),
    assign("{ groups: [''], versions: [v2], kinds: [ConfigMap] }"),
    assign(configMaps, '{ namespaces: [web] }'),
    assign(configMaps, '{ excludedNamespaces: [sh*] }'),
  ])
    expect(await said(objectsOf(policy + other + configMap))).toEqual(denied);
});

test('nor does one where Gatekeeper does not mutate', async () => {
  const config = `
---
apiVersion: config.gatekeeper.sh/v1alpha1
kind: Config
metadata: { name: config, namespace: gatekeeper-system }
spec: { match: [{ excludedNamespaces: [shop], processes: [mutation-webhook] }] }
`;
  expect(await said(objectsOf(policy + assign(configMaps) + config + configMap))).toEqual(denied);
});
