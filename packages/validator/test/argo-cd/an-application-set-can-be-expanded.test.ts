import { describe, expect, test } from 'vitest';
import { anApplicationSetCanBeExpanded } from '../../src/argo-cd/an-application-set-can-be-expanded.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, unitsOf, written } from './argo-set.ts';
import { named, setOfApplications } from './texts.ts';

describe('an ApplicationSet', () => {
  test('that cannot be expanded says why, once', () => {
    const set = argoSet(
      written(
        setOfApplications(
          's',
          '[{n: a}, {n: b}]',
          '{{ .m }}',
          "goTemplate: true, goTemplateOptions: ['missingkey=error']",
        ),
      ),
    );
    expect(runSetCheck(anApplicationSetCanBeExpanded, set).findings).toEqual([
      'error ApplicationSet/s /spec/generators/0: The ApplicationSet s cannot be expanded: there is no parameter "m", only n.',
    ]);
  });

  test('with a misspelt option says that the controller panics', () => {
    const set = argoSet(
      written(
        setOfApplications(
          's',
          '[{n: a}]',
          '{{ .n }}',
          "goTemplate: true, goTemplateOptions: ['missing-key=error']",
        ),
      ),
    );
    expect(runSetCheck(anApplicationSetCanBeExpanded, set).findings).toEqual([
      'error ApplicationSet/s /spec/goTemplateOptions: The ApplicationSet s cannot be expanded: goTemplateOptions has "missing-key=error", at which the controller panics.',
    ]);
  });

  test('that only a provider can expand is not decided, unless its Applications are known all the same', () => {
    const text =
      '{apiVersion: argoproj.io/v1alpha1, kind: ApplicationSet, metadata: {name: s, namespace: argocd}, spec: {generators: [{pullRequest: {}}]}}';
    const set = argoSet(written(text, { file: 's.yaml' }));
    expect(runSetCheck(anApplicationSetCanBeExpanded, set)).toEqual({
      findings: [],
      notChecked: ['pull requests are only known to their provider (1)'],
    });
    const units = unitsOf(written(named('web'), { file: 's.yaml' }));
    expect(runSetCheck(anApplicationSetCanBeExpanded, { ...set, units })).toEqual({
      findings: [],
      notChecked: [],
    });
  });
});
