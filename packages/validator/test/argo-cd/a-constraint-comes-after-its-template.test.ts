import { describe, expect, test } from 'vitest';
import { aConstraintComesAfterItsTemplate } from '../../src/argo-cd/a-constraint-comes-after-its-template.ts';
import { runSetCheck } from '../support/run-check.ts';
import { two } from './argo-set.ts';
import { health, named, wave } from './texts.ts';

describe('a constraint', () => {
  const template =
    '{apiVersion: templates.gatekeeper.sh/v1, kind: ConstraintTemplate, metadata: {name: k8sodd}, spec: {crd: {spec: {names: {kind: K8sOdd}}}}}';
  const skipping = (value: string): string =>
    `{apiVersion: constraints.gatekeeper.sh/v1beta1, kind: K8sOdd, metadata: {name: c, annotations: {argocd.argoproj.io/sync-wave: '${value}', argocd.argoproj.io/sync-options: 'Prune=false, SkipDryRunOnMissingResource=true'}}}`;
  const plain = '{apiVersion: constraints.gatekeeper.sh/v1beta1, kind: K8sOdd, metadata: {name: c}}';
  const ask = (applied: readonly string[], spec = '') =>
    runSetCheck(aConstraintComesAfterItsTemplate, two([named('a', spec), named('b', '')], [applied, []]))
      .findings;

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
        two([wave(named('a', ''), '-1'), b], [[template], [plain]], more),
      ).findings;
    expect(apart(named('b', ''), [health])).toEqual([]);
    expect(apart(named('b', 'syncPolicy: {automated: {}}'))).toEqual([]);
    expect(apart(named('b', ''))).toHaveLength(1);
  });
});
