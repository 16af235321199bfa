import { describe, expect, test } from 'vitest';
import { aTrackingLabelIsLeftToArgoCd } from '../../src/argo-cd/a-tracking-label-is-left-to-argo-cd.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, unitsOf, written } from './argo-set.ts';

const application = (name: string, spec: string, wave = '0'): string =>
  `{apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: {name: ${name}, namespace: argocd, annotations: {argocd.argoproj.io/sync-wave: '${wave}'}}, spec: {${spec}}}`;

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

describe('the label that Argo CD tracks by', () => {
  const service =
    '{apiVersion: v1, kind: Service, metadata: {name: s, labels: {app.kubernetes.io/instance: mine}}}';
  const monitor =
    '{apiVersion: monitoring.coreos.com/v1, kind: ServiceMonitor, metadata: {name: m}, spec: {selector: {matchLabels: {app.kubernetes.io/instance: mine}}}}';
  const settings = (data: string): string =>
    `{apiVersion: v1, kind: ConfigMap, metadata: {name: argocd-cm, namespace: argocd}, data: {${data}}}`;
  const ask = (...more: readonly string[]) =>
    runSetCheck(
      aTrackingLabelIsLeftToArgoCd,
      two([application('a', ''), application('b', '')], [[service, monitor], []], more),
    ).findings;

  test('is free with the tracking by annotation, the default', () => {
    expect(ask()).toEqual([]);
    expect(ask(settings('application.resourceTrackingMethod: annotation'))).toEqual([]);
  });

  test('is overwritten with the tracking by label', () => {
    expect(ask(settings('application.resourceTrackingMethod: label'))).toEqual([
      'warning Service/s /metadata/labels/app.kubernetes.io~1instance: Service s sets app.kubernetes.io/instance: mine, and Argo CD tracks by that label and writes a over it.',
      'warning ServiceMonitor/m /spec/selector/matchLabels/app.kubernetes.io~1instance: ServiceMonitor m selects by app.kubernetes.io/instance: mine, and Argo CD writes a into that label of what the Application a applies.',
    ]);
    expect(
      ask(
        settings(
          'application.resourceTrackingMethod: annotation+label, application.instanceLabelKey: other/label',
        ),
      ),
    ).toEqual([]);
  });
});
