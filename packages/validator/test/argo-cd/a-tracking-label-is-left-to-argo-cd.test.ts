import { describe, expect, test } from 'vitest';
import { aTrackingLabelIsLeftToArgoCd } from '../../src/argo-cd/a-tracking-label-is-left-to-argo-cd.ts';
import { runSetCheck } from '../support/run-check.ts';
import { two } from './argo-set.ts';
import { named } from './texts.ts';

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
      two([named('a', ''), named('b', '')], [[service, monitor], []], more),
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
