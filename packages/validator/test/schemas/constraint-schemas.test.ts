import { constraintSchemas, installedSchemas } from '@seatrial/validator';
import { describe, expect, test } from 'vitest';
import { accepts } from '../support/accepts.ts';

const template = (version: string, validation?: object) => ({
  apiVersion: `templates.gatekeeper.sh/${version}`,
  kind: 'ConstraintTemplate',
  metadata: { name: 'k8srequiredlabels' },
  spec: {
    crd: { spec: { names: { kind: 'K8sRequiredLabels' }, ...(validation ? { validation } : {}) } },
    targets: [],
  },
});
const parameters = { type: 'object', properties: { labels: { type: 'array', items: { type: 'string' } } } };

function takes(source: object, spec: unknown, name = 'must-have-owner', version = 'v1beta1'): boolean {
  const apiVersion = `constraints.gatekeeper.sh/${version}`;
  const object = { apiVersion, kind: 'K8sRequiredLabels', metadata: { name }, spec };
  return accepts(constraintSchemas([source]), apiVersion, 'K8sRequiredLabels', object);
}

test('a template is a cluster-scoped kind in the versions that Gatekeeper serves', () => {
  const kinds = constraintSchemas([template('v1')]).kinds.map(({ apiVersion, kind, namespaced }) => ({
    apiVersion,
    kind,
    namespaced,
  }));
  expect(kinds).toEqual([
    { apiVersion: 'constraints.gatekeeper.sh/v1alpha1', kind: 'K8sRequiredLabels', namespaced: false },
    { apiVersion: 'constraints.gatekeeper.sh/v1beta1', kind: 'K8sRequiredLabels', namespaced: false },
  ]);
});

describe('a constraint', () => {
  const source = template('v1', { openAPIV3Schema: parameters });

  test.each([
    [{ enforcementAction: 'deny', match: { kinds: [{ apiGroups: ['apps'], kinds: ['Deployment'] }] } }, true],
    [{ match: { namespaces: ['prod-*'], excludedNamespaces: ['*-system'], scope: 'Namespaced' } }, true],
    [{ match: { labelSelector: { matchExpressions: [{ key: 'a', operator: 'Exists' }] } } }, true],
    [{ match: { labelSelector: { matchExpressions: [{ key: 'a' }] } } }, false],
    [{ match: { namespaces: ['Prod'] } }, false],
    [{ match: { kind: [] } }, false],
    [{ match: { source: 'Some' } }, false],
    [{ enforcementActions: 'deny' }, false],
    [
      {
        scopedEnforcementActions: [{ action: 'warn', enforcementPoints: [{ name: 'audit.gatekeeper.sh' }] }],
      },
      true,
    ],
    [{ parameters: { labels: ['owner'] } }, true],
    [{ parameters: { labels: 'owner' } }, false],
    [{ parameters: { label: ['owner'] } }, false],
  ])('with the spec %j is accepted: %s', (spec, right) => {
    expect(takes(source, spec)).toBe(right);
    expect(takes(source, spec, 'must-have-owner', 'v1alpha1')).toBe(right);
  });

  test('has a name of at most 63 characters, which becomes a label', () => {
    expect(takes(source, {}, 'a'.repeat(63))).toBe(true);
    expect(takes(source, {}, 'a'.repeat(64))).toBe(false);
  });

  test('has no parameters unless its template describes them', () => {
    expect(takes(template('v1'), { parameters: {} })).toBe(false);
  });

  test('has open parameters under a legacy schema: asked for, or the default of v1beta1', () => {
    const spec = { parameters: { labels: ['owner'], other: 1 } };
    expect(takes(template('v1', { openAPIV3Schema: parameters, legacySchema: true }), spec)).toBe(true);
    expect(takes(template('v1beta1', { openAPIV3Schema: parameters }), spec)).toBe(true);
    expect(takes(template('v1beta1'), spec)).toBe(true);
    expect(takes(template('v1beta1', { openAPIV3Schema: parameters, legacySchema: false }), spec)).toBe(
      false,
    );
    expect(
      takes(template('v1beta1', { openAPIV3Schema: parameters }), { parameters: { labels: 'owner' } }),
    ).toBe(false);
  });
});

test('what is no template gives nothing', () => {
  expect(
    constraintSchemas([
      null,
      {},
      { kind: 'ConstraintTemplate' },
      { kind: 'ConstraintTemplate', spec: { crd: [] } },
    ]).kinds,
  ).toEqual([]);
});

test("the schemas that a cluster's objects install are those of its definitions and templates", () => {
  const source = template('v1', { openAPIV3Schema: parameters });
  const installed = installedSchemas([{ kind: 'ConfigMap' }, source, null]);
  expect(installed).toEqual(constraintSchemas([source]));
  expect(installedSchemas([source])).toEqual(installed);
});
