import { describe, expect, test } from 'vitest';
import { configMap, constraintWith, objectsOf, said, templateWith } from './support/said.ts';

const kinds = "kinds: [{ apiGroups: [''], kinds: [ConfigMap] }]";
const onConfigMaps = `{ match: { ${kinds} } }`;
const always = templateWith('package k8stest\nviolation[{"msg": "it is there"}] { true }');

describe('what cannot be decided is not checked, with the reason', () => {
  test.each([
    [
      'a template in CEL',
      `
apiVersion: templates.gatekeeper.sh/v1
kind: ConstraintTemplate
metadata: { name: k8stest }
spec:
  crd: { spec: { names: { kind: K8sTest } } }
  targets:
    - target: admission.k8s.gatekeeper.sh
      code: [{ engine: K8sNativeValidation, source: { validations: [{ expression: 'true', message: no }] } }]
`,
      'its template is written in CEL, which is not evaluated here',
    ],
    [
      'a call to the network',
      templateWith(
        'package k8stest\nviolation[{"msg": "m"}] { http.send({"method": "GET", "url": "x"}).status_code == 200 }',
      ),
      'it calls http.send, which is not evaluated here',
    ],
    [
      'external data',
      templateWith(
        'package k8stest\nviolation[{"msg": "m"}] { external_data({"provider": "p", "keys": ["k"]}).errors != [] }',
      ),
      'it calls external_data, which is not evaluated here',
    ],
    [
      'the time of day',
      templateWith('package k8stest\nviolation[{"msg": "m"}] { time.now_ns() > 0; regex.split("a", "bab") }'),
      'it calls regex.split and time.now_ns, which is not evaluated here',
    ],
    [
      'a message that is no text',
      templateWith('package k8stest\nviolation[{"msg": {"not": "a text"}}] { true }'),
      'it fails for ConfigMap shop/a: a violation has a msg that is not a text',
    ],
    [
      'a conflict',
      templateWith('package k8stest\nx = 1 { true }\nx = 2 { true }\nviolation[{"msg": "m"}] { x == 1 }'),
      expect.stringMatching(/^it fails for ConfigMap shop\/a: .*conflict/),
    ],
  ])('%s', async (_, template, reason) => {
    const { findings, notChecked } = await said(
      objectsOf(template + constraintWith(onConfigMaps) + configMap),
    );
    expect(findings).toEqual([]);
    expect(
      notChecked.map((gap) => gap.replace('paris: the policy test (K8sTest) could not be asked: ', '')),
    ).toEqual([
      expect.toSatisfy((gap: string) =>
        typeof reason === 'string' ? gap === `${reason} (1)` : reason.asymmetricMatch(gap),
      ),
    ]);
  });

  test('a policy that takes too long', async () => {
    const slow = templateWith(
      'package k8stest\nviolation[{"msg": "m"}] { n := numbers.range(1, 3000); x := n[_]; y := n[_]; z := n[_]; x * y * z == -1 }',
    );
    const second = configMap.replace('name: a', 'name: b');
    const start = performance.now();
    const { findings, notChecked } = await said(
      objectsOf(slow + constraintWith(onConfigMaps) + configMap + second),
      { limits: { question: 200, policy: 60_000 } },
    );
    expect(findings).toEqual([]);
    expect(notChecked).toEqual([
      'paris: the policy test (K8sTest) could not be asked: it took longer than 0.2 s for ConfigMap shop/a (2)',
    ]);
    // Not a time that is asserted: without a bound, this does not end within the hour.
    expect(performance.now() - start).toBeLessThan(60_000);
  });

  test('a policy that takes too long for all objects together', async () => {
    const { notChecked } = await said(objectsOf(always + constraintWith(onConfigMaps) + configMap), {
      limits: { question: 200, policy: -1 },
    });
    expect(notChecked).toHaveLength(1);
  });

  test('a policy that fills the memory', async () => {
    const greedy = templateWith(
      'package k8stest\nviolation[{"msg": "m"}] { count(numbers.range(1, 400000000)) == 1 }',
    );
    const { notChecked } = await said(objectsOf(greedy + constraintWith(onConfigMaps) + configMap));
    expect(notChecked).toHaveLength(1);
  });

  test('a namespaceSelector whose Namespace is not known', async () => {
    const text =
      always + constraintWith(`{ match: { ${kinds}, namespaceSelector: { matchLabels: { team: a } } } }`);
    expect(await said(objectsOf(text + configMap))).toEqual({
      findings: [],
      notChecked: [
        'paris: the policy test (K8sTest) could not be asked: the labels of the Namespace shop are not known (1)',
      ],
    });
    const namespace =
      '---\n{ apiVersion: v1, kind: Namespace, metadata: { name: shop, labels: { team: a } } }';
    expect((await said(objectsOf(text + configMap + namespace))).findings).toHaveLength(1);
  });

  test('but a namespaceSelector by name is decided, as an API server labels every Namespace with it', async () => {
    const selecting = (operator: string): string =>
      constraintWith(
        `{ match: { ${kinds}, namespaceSelector: { matchExpressions: [{ key: kubernetes.io/metadata.name, operator: ${operator}, values: [shop] }] } } }`,
      );
    expect((await said(objectsOf(always + selecting('In') + configMap))).findings).toHaveLength(1);
    expect(await said(objectsOf(always + selecting('NotIn') + configMap))).toEqual({
      findings: [],
      notChecked: [],
    });
  });
});
