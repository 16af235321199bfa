import { describe, expect, test } from 'vitest';
import { aConstraintComesAfterItsTemplate } from '../../src/argo-cd/a-constraint-comes-after-its-template.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, unitsOf, written } from './argo-set.ts';

const application = (name: string, spec: string, wave = '0'): string =>
  `{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: ${name}, namespace: argocd, annotations: {argocd.argoproj.io/sync-wave: '${wave}'}}, spec: {${spec}}}`;

const wave = (text: string, value: string): string =>
  text.replace('metadata: {', `metadata: {annotations: {argocd.argoproj.io/sync-wave: '${value}'}, `);

const health =
  '{apiVersion: v1, kind: ConfigMap, metadata: {name: argocd-cm, namespace: argocd}, data: {resource.customizations.health.argoproj.io_Application: x}}';

/** Applications a and b, with what each applies. */
function two(
  of: readonly [string, string],
  applied: readonly [readonly string[], readonly string[]],
  more: readonly string[] = [],
) {
  const objects = [...of, ...more].flatMap((text) => written(text));
  const units = unitsOf(objects);
  const theirs = applied.flatMap((texts, at) => texts.flatMap((text) => written(text, {}, ['a', 'b'][at])));
  return argoSet([...objects, ...theirs], { units });
}

describe('a constraint', () => {
  const template =
    '{apiVersion: templates.gatekeeper.sh/v1, kind: ConstraintTemplate, metadata: {name: k8sodd}, spec: {crd: {spec: {names: {kind: K8sOdd}}}}}';
  const skipping = (value: string): string =>
    `{apiVersion: constraints.gatekeeper.sh/v1beta1, kind: K8sOdd, metadata: {name: c, annotations: {argocd.argoproj.io/sync-wave: '${value}', argocd.argoproj.io/sync-options: 'Prune=false, SkipDryRunOnMissingResource=true'}}}`;
  const plain = '{apiVersion: constraints.gatekeeper.sh/v1beta1, kind: K8sOdd, metadata: {name: c}}';
  const ask = (applied: readonly string[], spec = '') =>
    runSetCheck(
      aConstraintComesAfterItsTemplate,
      two([application('a', spec), application('b', '')], [applied, []]),
    ).findings;

  test('comes after its template, and skips the dry run', () => {
    expect(ask([template, skipping('1')])).toEqual([]);
    expect(
      ask([wave(template, '-1'), plain], 'syncPolicy: {syncOptions: [SkipDryRunOnMissingResource=true]}'),
    ).toEqual([]);
  });

  test('does not pass the dry run otherwise, whatever the waves are', () => {
    expect(ask([wave(template, '-1'), plain])).toEqual([
      'error K8sOdd/c /metadata/annotations: The constraint K8sOdd c of the Application a comes with its ConstraintTemplate in one sync, without SkipDryRunOnMissingResource=true, so Argo CD refuses the sync.',
    ]);
  });

  test('in the wave of its template, or before it, is too early', () => {
    const sentence =
      'K8sOdd/c /metadata/annotations: The constraint K8sOdd c of the Application a comes in wave 0, and its ConstraintTemplate in wave 0.';
    expect(ask([template, skipping('0')])).toEqual([`error ${sentence}`]);
    expect(ask([template, skipping('0')], 'syncPolicy: {automated: {}}')).toEqual([`warning ${sentence}`]);
    expect(ask([wave(template, '1'), skipping('0')], 'syncPolicy: {automated: {}}')).toHaveLength(1);
  });

  test('may have its template from an Application that comes first', () => {
    const apart = (b: string, more: readonly string[] = []) =>
      runSetCheck(
        aConstraintComesAfterItsTemplate,
        two([application('a', '', '-1'), b], [[template], [plain]], more),
      ).findings;
    expect(apart(application('b', ''), [health])).toEqual([]);
    expect(apart(application('b', 'syncPolicy: {automated: {}}'))).toEqual([]);
    expect(apart(application('b', ''))).toHaveLength(1);
  });
});
