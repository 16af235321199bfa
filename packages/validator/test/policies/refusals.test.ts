import { refusalsOf, type ResultStore } from '@seatrial/validator';
import { describe, expect, test } from 'vitest';
import { cluster, setOf } from '../support/rendered-set.ts';
import { configMap } from '../support/objects.ts';
import { regoCompiler } from './support/rego-compiler.ts';
import { constraintWith, objectsOf, templateWith } from './support/said.ts';

/** Denies a ConfigMap whose data has a key `secret`. */
const rego = `package k8stest
violation[{"msg": msg}] {
  input.review.object.data.secret
  msg := sprintf("%v holds a secret", [input.review.object.metadata.name])
}`;

/** The refusals of a ConfigMap on a cluster with this template and these constraints. */
async function refusals(constraints: string, data: Record<string, string>, more: string = '') {
  const results: ResultStore = { get: () => undefined, put: () => {} };
  const set = setOf(objectsOf(`${templateWith(rego)}${constraints}${more}`), {
    clusters: [cluster('paris'), cluster('lyon')],
  });
  const object = configMap('map', data);
  const on = (name: string) => refusalsOf({ set, cluster: name, object, compiler: regoCompiler, results });
  return { paris: await on('paris'), lyon: await on('lyon') };
}

describe('the refusals of an object', () => {
  test('are those of the constraints of its cluster, in the words of the policy', async () => {
    expect(await refusals(constraintWith(), { secret: 'x' })).toEqual({
      paris: [{ constraint: 'K8sTest/test', message: 'map holds a secret' }],
      lyon: [],
    });
    expect((await refusals(constraintWith(), { key: 'x' })).paris).toEqual([]);
  });

  test('are not what a constraint only warns of, or finds in its audit', async () => {
    expect((await refusals(constraintWith('{ enforcementAction: warn }'), { secret: 'x' })).paris).toEqual(
      [],
    );
    const audited =
      '{ enforcementAction: scoped, scopedEnforcementActions: [{ action: deny, enforcementPoints: [{ name: audit.gatekeeper.sh }] }] }';
    expect((await refusals(constraintWith(audited), { secret: 'x' })).paris).toEqual([]);
  });

  test('are none where the webhook is kept away from the namespace', async () => {
    const config = `
---
apiVersion: config.gatekeeper.sh/v1alpha1
kind: Config
metadata: { name: config, namespace: gatekeeper-system }
spec: { match: [{ processes: [webhook], excludedNamespaces: [shop] }] }
`;
    expect((await refusals(constraintWith(), { secret: 'x' }, config)).paris).toEqual([]);
  });

  test('are of the object as it is sent, not of the one that is there', async () => {
    const there = `
---
{ apiVersion: v1, kind: ConfigMap, metadata: { name: map, namespace: shop }, data: { secret: value } }
`;
    expect((await refusals(constraintWith(), { key: 'x' }, there)).paris).toEqual([]);
    expect((await refusals(constraintWith(), { secret: 'x' }, there)).paris).toHaveLength(1);
  });
});
