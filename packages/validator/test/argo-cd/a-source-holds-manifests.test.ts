import { describe, expect, test } from 'vitest';
import { aSourceHoldsManifests } from '../../src/argo-cd/a-source-holds-manifests.ts';
import { here } from '../support/rendered-set.ts';
import { askWithFiles } from './ask-with-files.ts';

describe('the path of a source', () => {
  const ask = askWithFiles(aSourceHoldsManifests);
  const at = (path: string, more = ''): string => `source: {repoURL: '${here}', path: '${path}'${more}}`;

  test.each([
    ['apps/web', { 'apps/web/kustomization.yaml': '' }],
    ['./apps/web/', { 'apps/web/Kustomization': '' }],
    ['apps/web', { 'apps/web/Chart.yaml': '' }],
    ['apps/web', { 'apps/web/x.jsonnet': '' }],
    ['.', { 'x.yml': '' }],
  ])('holds manifests: %s', (path, files) => {
    expect(ask(at(path), files)).toEqual({ findings: [], notChecked: [] });
  });

  test.each([
    ['apps/no', 'The path apps/no of the Application web does not exist in this repository.'],
    ['../other', 'The path ../other of the Application web leads out of the repository.'],
    ['/apps/web', 'The path /apps/web of the Application web is absolute, which Argo CD refuses.'],
    [
      'apps/web/x.yaml',
      'The path apps/web/x.yaml of the Application web is a file, and a folder is expected.',
    ],
  ])('is wrong: %s', (path, sentence) => {
    expect(ask(at(path), { 'apps/web/x.yaml': '' }).findings).toEqual([
      `error Application/web /spec/source/path: ${sentence}`,
    ]);
  });

  test('holds manifests only below, which needs recurse', () => {
    const files = { 'apps/web/in/x.yaml': '', 'apps/web/README.md': '' };
    expect(ask(at('apps'), files).findings).toEqual([
      'warning Application/web /spec/source/path: The path apps of the Application web holds no manifests.',
    ]);
    expect(ask(at('apps', ', directory: {recurse: true}'), files)).toEqual({ findings: [], notChecked: [] });
  });

  test('may be for a plugin', () => {
    expect(ask(at('apps'), { 'apps/main.cue': '' }).notChecked).toEqual([
      'it holds no manifests that Argo CD itself reads, and a plugin may read it (1)',
    ]);
    expect(ask(at('apps', ', plugin: {name: cue}'), { 'apps/main.cue': '' })).toEqual({
      findings: [],
      notChecked: [],
    });
  });

  test("of another repository is nobody's business here, and of another revision not known", () => {
    expect(ask("source: {repoURL: 'https://other', path: x}")).toEqual({ findings: [], notChecked: [] });
    expect(ask(at('x', ', targetRevision: v1.2'))).toEqual({
      findings: [],
      notChecked: ['the revision that it names is not the one that is here (1)'],
    });
  });

  test('or a chart must be there, with a repository', () => {
    expect(
      ask(
        "sources: [{repoURL: 'https://a', ref: x}, {repoURL: 'https://b', chart: c, targetRevision: '1'}, {repoURL: 'https://c'}, {path: p}]",
      ).findings,
    ).toEqual([
      'error Application/web /spec/sources/2: A source of the Application web has neither a path nor a chart.',
      'error Application/web /spec/sources/3: A source of the Application web has no repoURL.',
    ]);
  });

  test('that is a chart has a version', () => {
    expect(ask("source: {repoURL: 'https://b', chart: c, targetRevision: 1.x}").findings).toEqual([]);
    expect(ask("source: {repoURL: 'https://b', chart: c}").findings).toEqual([
      'error Application/web /spec/source: The Application web takes the chart c without a targetRevision, which Argo CD refuses.',
    ]);
  });
});
