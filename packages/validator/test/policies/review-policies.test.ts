import { describe, expect, test } from 'vitest';
import { cluster } from '../support/rendered-set.ts';
import { configMap, constraintWith, objectsOf, said, templateWith } from './support/said.ts';

const kinds = "kinds: [{ apiGroups: [''], kinds: [ConfigMap] }]";
const onConfigMaps = `{ match: { ${kinds} } }`;
const always = templateWith('package k8stest\nviolation[{"msg": "it is there"}] { true }');

describe('an object that violates a constraint', () => {
  test('is an error, with the words of the policy', async () => {
    expect(await said(objectsOf(always + constraintWith(onConfigMaps) + configMap))).toEqual({
      findings: ['SEA3301 error ConfigMap/a : The policy test (K8sTest) denies it: it is there.'],
      notChecked: [],
    });
  });

  test.each([
    ['deny', 'error', 'denies it'],
    ['warn', 'warning', 'warns of it'],
    ['dryrun', 'info', 'would deny it'],
  ])('with the action %s has the severity %s', async (action, severity, verb) => {
    const constraint = constraintWith(`{ enforcementAction: ${action}, match: { ${kinds} } }`);
    expect((await said(objectsOf(always + constraint + configMap))).findings).toEqual([
      `SEA3301 ${severity} ConfigMap/a : The policy test (K8sTest) ${verb}: it is there.`,
    ]);
  });

  test.each([
    ['[{ action: deny, enforcementPoints: [{ name: validation.gatekeeper.sh }] }]', ['error']],
    ['[{ action: deny, enforcementPoints: [{ name: gator.gatekeeper.sh }] }]', ['error']],
    ['[{ action: deny, enforcementPoints: [{ name: audit.gatekeeper.sh }] }]', ['warning']],
    ['[{ action: dryrun, enforcementPoints: [{ name: audit.gatekeeper.sh }] }]', ['info']],
    ['[{ action: warn, enforcementPoints: [{ name: "*" }] }]', ['warning']],
    ['[{ action: deny, enforcementPoints: [{ name: vap.k8s.io }] }]', []],
    ['[]', []],
  ])('with scoped actions %s has the worst severity of any point: %s', async (scoped, severities) => {
    const constraint = constraintWith(
      `{ enforcementAction: scoped, scopedEnforcementActions: ${scoped}, match: { ${kinds} } }`,
    );
    const { findings } = await said(objectsOf(always + constraint + configMap));
    expect(findings.map((finding) => finding.split(' ')[1])).toEqual(severities);
  });

  test('is only looked at by the constraints of its own cluster', async () => {
    const objects = [
      ...objectsOf(always + constraintWith(onConfigMaps) + configMap, 'paris'),
      ...objectsOf(configMap, 'dublin'),
    ];
    expect((await said(objects)).findings).toHaveLength(1);
  });

  test('has the field that the policy names in its details', async () => {
    const template = templateWith(
      `package k8stest
violation[{"msg": "a", "details": {"field": "/data/key"}}] { true }
violation[{"msg": "b", "details": {"field": "/data/missing"}}] { true }
violation[{"msg": "c", "details": {"field": "/nowhere/at/all"}}] { true }
violation[{"msg": "d", "details": {"field": "data.key"}}] { true }
violation[{"msg": "e", "details": {"field": 7}}] { true }`,
    );
    const { findings } = await said(objectsOf(template + constraintWith(onConfigMaps) + configMap));
    expect(findings.map((finding) => finding.replace(/: .*: /, ' ')).sort()).toEqual([
      'SEA3301 error ConfigMap/a  c.',
      'SEA3301 error ConfigMap/a  d.',
      'SEA3301 error ConfigMap/a  e.',
      'SEA3301 error ConfigMap/a /data/key a.',
      'SEA3301 error ConfigMap/a /data/missing b.',
    ]);
  });

  test('has the container that the policy names in its details, and its image', async () => {
    const template = templateWith(
      `package k8stest
violation[{"msg": "m", "details": {"container": c.name}}] { c := input.review.object.spec.containers[_] }
violation[{"msg": "i", "details": {"container": c.name, "image": c.image}}] { c := input.review.object.spec.containers[_] }`,
    );
    const pod = `
---
apiVersion: v1
kind: Pod
metadata: { name: p, namespace: shop }
spec: { initContainers: [{ name: i, image: x }], containers: [{ name: a, image: x }, { name: i, image: y }] }
`;
    const { findings } = await said(
      objectsOf(template + constraintWith('{ match: { kinds: [{ kinds: [Pod] }] } }') + pod),
    );
    expect(findings.map((finding) => finding.replace(/: .*: /, ' ')).sort()).toEqual([
      'SEA3301 error Pod/p  i.',
      'SEA3301 error Pod/p  m.',
      'SEA3301 error Pod/p /spec/containers/0 m.',
      'SEA3301 error Pod/p /spec/containers/0/image i.',
    ]);
  });

  test('in a namespace that Gatekeeper is kept away from is not refused', async () => {
    const config = (processes: string): string => `
---
apiVersion: config.gatekeeper.sh/v1alpha1
kind: Config
metadata: { name: config, namespace: gatekeeper-system }
spec: { match: [{ excludedNamespaces: [sh*], processes: [${processes}] }] }
`;
    const severities = async (processes: string): Promise<readonly unknown[]> => {
      const text = always + constraintWith(onConfigMaps) + configMap + config(processes);
      return (await said(objectsOf(text))).findings.map((finding) => finding.split(' ')[1]);
    };
    expect(await severities('"*"')).toEqual([]);
    expect(await severities('webhook, audit')).toEqual([]);
    // The audit still reports it, and refuses nothing.
    expect(await severities('webhook')).toEqual(['warning']);
    expect(await severities('audit')).toEqual(['error']);
  });

  test('in a namespace that the webhook ignores is only reported by the audit', async () => {
    const severities = async (namespace: string): Promise<readonly unknown[]> => {
      const text = always + constraintWith(onConfigMaps) + configMap + namespace;
      return (await said(objectsOf(text))).findings.map((finding) => finding.split(' ')[1]);
    };
    const namespace = (labels: string): string =>
      `---\n{ apiVersion: v1, kind: Namespace, metadata: { name: shop, labels: { ${labels} } } }\n`;
    expect(await severities(namespace('admission.gatekeeper.sh/ignore: no-self-managing'))).toEqual([
      'warning',
    ]);
    expect(await severities(namespace('ignore: a'))).toEqual(['error']);
    const configuration = `
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: gatekeeper }
webhooks:
  - { name: check-ignore-label.gatekeeper.sh }
  - name: validation.gatekeeper.sh
    namespaceSelector: { matchExpressions: [{ key: mine, operator: DoesNotExist }] }
`;
    expect(await severities(namespace('mine: a') + configuration)).toEqual(['warning']);
    expect(await severities(namespace('admission.gatekeeper.sh/ignore: a') + configuration)).toEqual([
      'error',
    ]);
    const own = always + constraintWith(onConfigMaps) + configMap.replace('shop', 'gatekeeper-system');
    expect((await said(objectsOf(own))).findings).toEqual([expect.stringContaining(' warning ')]);
  });

  test('is seen in the namespace that its Application puts it in', async () => {
    const [template, constraint, object] = objectsOf(
      templateWith('package k8stest\nviolation[{"msg": input.review.namespace}] { true }') +
        constraintWith(`{ match: { ${kinds}, namespaces: [shop] } }`) +
        '---\n{ apiVersion: v1, kind: ConfigMap, metadata: { name: a } }',
    );
    if (template === undefined || constraint === undefined || object === undefined) throw new Error('three');
    const served = {
      find: () => ({ apiVersion: 'v1', kind: 'ConfigMap', namespaced: true, digest: '' }),
      versionsOf: () => [],
      kindsOf: () => [],
      ownsGroup: () => false,
    };
    const { findings } = await said([template, constraint, { ...object, unit: 'app' }], {
      clusters: [cluster('paris', { kinds: served })],
      units: [{ name: 'app', cluster: 'paris', namespace: 'shop' }],
    });
    expect(findings).toEqual(['SEA3301 error ConfigMap/a : The policy test (K8sTest) denies it: shop.']);
  });
});

test('a template whose schema is none is said to be so, and its constraints are not checked', async () => {
  const template = always.replace(
    'crd: { spec: { names: { kind: K8sTest } } }',
    'crd: { spec: { names: { kind: K8sTest }, validation: { openAPIV3Schema: { type: texts } } } }',
  );
  expect(await said(objectsOf(template + constraintWith(onConfigMaps) + configMap))).toEqual({
    findings: [
      'SEA3302 error ConstraintTemplate/k8stest /spec/crd/spec/validation/openAPIV3Schema: Gatekeeper cannot use the template K8sTest: the schema of its parameters is none (spec/parameters/type must be equal to one of the allowed values).',
    ],
    notChecked: [
      'paris: the policy test (K8sTest) could not be asked: the schema of its template cannot be read (1)',
    ],
  });
});
