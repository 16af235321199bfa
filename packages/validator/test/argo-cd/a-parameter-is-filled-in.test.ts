import { describe, expect, test } from 'vitest';
import { aParameterIsFilledIn } from '../../src/argo-cd/a-parameter-is-filled-in.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, written } from './argo-set.ts';
import { setOfApplications } from './texts.ts';

describe('an ApplicationSet', () => {
  test('that leaves a parameter open, or makes an illegal name, says which', () => {
    const ask = (elements: string, template: string, options?: string) =>
      runSetCheck(aParameterIsFilledIn, argoSet(written(setOfApplications('s', elements, template, options))))
        .findings;
    expect(ask('[{n: a}]', 'x-{{ .n }}')).toEqual([]);
    expect(ask('[{n: a}]', 'x-{{ .m }}')).toEqual([
      'error ApplicationSet/s /spec/template/metadata/name: The ApplicationSet s makes an Application with a parameter that is not filled in: x-<no value>.',
    ]);
    expect(ask('[{n: a}]', 'x-{{m}}', 'goTemplate: false')).toEqual([
      'error ApplicationSet/s /spec/template/metadata/name: The ApplicationSet s makes an Application with a parameter that is not filled in: x-{{m}}.',
    ]);
    expect(ask('[{n: A_b}]', '{{ .n }}')).toEqual([
      'error ApplicationSet/s /spec/template/metadata/name: The ApplicationSet s makes an Application with the name "A_b", which is not legal.',
    ]);
    expect(ask("[{n: ''}]", '{{ .n }}')).toEqual([
      'error ApplicationSet/s /spec/template/metadata/name: The ApplicationSet s makes an Application without a name.',
    ]);
  });

  test('whose parameter is empty where Argo CD then does something else without a word is warned of', () => {
    const ask = (element: string, revision = '{{ .revision }}') =>
      runSetCheck(
        aParameterIsFilledIn,
        argoSet(
          written(
            `{apiVersion: argoproj.io/v1alpha1, kind: ApplicationSet, metadata: {name: s, namespace: argocd}, spec: {goTemplate: true, generators: [{list: {elements: [${element}]}}], template: {metadata: {name: web}, spec: {project: '{{ .project }}', source: {targetRevision: '${revision}'}, destination: {namespace: '{{.ns}}'}}}}}`,
          ),
        ),
      ).findings;
    expect(ask('{project: p, revision: v1, ns: n}')).toEqual([]);
    expect(ask("{project: '', revision: '', ns: ''}")).toEqual([
      'warning ApplicationSet/s /spec/template/spec/project: The ApplicationSet s makes the Application web with {{ .project }} empty, so it has the project default.',
      'warning ApplicationSet/s /spec/template/spec/destination/namespace: The ApplicationSet s makes the Application web with {{.ns}} empty, so it has no namespace for what names none itself.',
      'warning ApplicationSet/s /spec/template/spec/source/targetRevision: The ApplicationSet s makes the Application web with {{ .revision }} empty, so it has whatever HEAD is.',
    ]);
    // Somebody has thought of it.
    const chosen = '{{ if .pinned }}v1{{ end }}';
    expect(ask('{project: p, pinned: false, ns: n}', chosen)).toEqual([]);
  });
});
