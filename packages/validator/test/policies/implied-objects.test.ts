import { describe, expect, test } from 'vitest';
import { constraintWith, objectsOf, said, templateWith } from './support/said.ts';

const expansion = (fields = '') => `
---
apiVersion: expansion.gatekeeper.sh/v1beta1
kind: ExpansionTemplate
metadata: { name: pods }
spec:
  applyTo: [{ groups: [apps], versions: [v1], kinds: [Deployment] }]
  templateSource: spec.template
  generatedGVK: { version: v1, kind: Pod }
${fields}
`;
const deployment = `
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: web, namespace: shop }
spec: { template: { spec: { containers: [{ name: main, image: bad }] } } }
`;
const images = templateWith(`package k8stest
violation[{"msg": "by name", "details": {"container": c.name, "image": c.image}}] { c := input.review.object.spec.containers[_] }
violation[{"msg": "by field", "details": {"field": "/spec/containers/0/image"}}] { true }`);
const onPods = constraintWith('{ match: { kinds: [{ kinds: [Pod] }] } }');

describe('what comes of an object', () => {
  test('is nothing where the cluster has no ExpansionTemplate', async () => {
    expect(await said(objectsOf(images + onPods + deployment))).toEqual({ findings: [], notChecked: [] });
  });

  test('is denied at the place of the object', async () => {
    expect(await said(objectsOf(images + onPods + expansion() + deployment))).toEqual({
      findings: ['by field', 'by name'].map(
        (words) =>
          `SEA3301 error Deployment/web /spec/template/spec/containers/0/image: The policy test (K8sTest) denies it (its Pod, by the ExpansionTemplate pods): ${words}.`,
      ),
      notChecked: [],
    });
  });

  test('is denied as the ExpansionTemplate says', async () => {
    const objects = (action: string) =>
      objectsOf(images + onPods + expansion(`  enforcementAction: ${action}`) + deployment);
    const severities = async (action: string) =>
      new Set((await said(objects(action))).findings.map((finding) => finding.split(' ')[1]));
    expect(await severities('warn')).toEqual(new Set(['warning']));
    expect(await severities('dryrun')).toEqual(new Set(['info']));
  });

  test('is not in the inventory', async () => {
    const lookingUp = templateWith(
      'package k8stest\nviolation[{"msg": "there"}] { data.inventory.namespace[_]["v1"]["Pod"][_] }',
    );
    const { findings } = await said(objectsOf(lookingUp + onPods + expansion() + deployment));
    expect(findings.filter((finding) => finding.startsWith('SEA3301'))).toEqual([]);
  });
});

describe('an ExpansionTemplate that Gatekeeper cannot use', () => {
  test.each([
    ['templateSource: spec.template', '', '/spec/templateSource: ', 'it has no templateSource.'],
    ['generatedGVK: { version: v1, kind: Pod }', '', '/spec/generatedGVK: ', 'it does not say what is made.'],
    [
      'generatedGVK: { version: v1, kind: Pod }',
      'generatedGVK: { group: apps, version: v1, kind: Deployment }',
      '/spec/generatedGVK: ',
      'it makes Deployment and applies to Deployment.',
    ],
    [/applyTo: .*/, '', '/spec/applyTo: ', 'it applies to nothing.'],
  ])('%s, instead: %s', async (from, to, field, words) => {
    const { findings } = await said(objectsOf(images + onPods + expansion().replace(from, to) + deployment));
    expect(findings).toEqual([
      `SEA3306 error ExpansionTemplate/pods ${field}Gatekeeper cannot use the ExpansionTemplate pods: ${words}`,
    ]);
  });

  test('because it leads back to itself', async () => {
    const back = expansion()
      .replace('name: pods', 'name: deployments')
      .replace('groups: [apps]', "groups: ['']")
      .replace('kinds: [Deployment]', 'kinds: [Pod]')
      .replace('version: v1, kind: Pod', 'group: apps, version: v1, kind: Deployment');
    const { findings } = await said(objectsOf(images + onPods + expansion() + back + deployment));
    expect(findings.map((finding) => finding.split(' ').slice(0, 3).join(' '))).toEqual([
      'SEA3306 error ExpansionTemplate/pods',
      'SEA3306 error ExpansionTemplate/deployments',
    ]);
  });
});
