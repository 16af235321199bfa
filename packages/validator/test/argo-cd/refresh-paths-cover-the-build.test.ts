import { describe, expect, test } from 'vitest';
import { refreshPathsCoverTheBuild } from '../../src/argo-cd/refresh-paths-cover-the-build.ts';
import { here } from '../support/rendered-set.ts';
import { askWithFiles } from './ask-with-files.ts';

describe('manifest-generate-paths', () => {
  const ask = askWithFiles(refreshPathsCoverTheBuild);
  const files = {
    'apps/web/prod/kustomization.yaml':
      'resources: [../base, x.yaml, https://example.com/y.yaml]\nconfigMapGenerator: [{name: c, files: [k=../files/c.txt]}]\npatches: [{path: p.yaml}, {patch: "a\\nb"}]',
    'apps/web/prod/x.yaml': '',
    'apps/web/prod/p.yaml': '',
    'apps/web/files/c.txt': '',
    'apps/web/base/kustomization.yaml': 'resources: [d.yaml]\ncomponents: [../../part]',
    'apps/web/base/d.yaml': '',
    'apps/part/kustomization.yaml': '',
    'values/web.yaml': '',
  };
  const paths = (value: string): string => `{argocd.argoproj.io/manifest-generate-paths: '${value}'}`;
  const source = `source: {repoURL: '${here}', path: apps/web/prod}`;

  test.each([
    '/apps',
    '.;../base;../files;../../part',
    '/apps/web/prod; /apps/web/base ;/apps/web/files/*;/apps/part/kustomization.yaml',
  ])('covers the build: %s', (value) => {
    expect(ask(source, files, paths(value)).findings).toEqual([]);
  });

  test('that misses a base and a component says so', () => {
    expect(ask(source, files, paths('.;/apps/web/files')).findings).toEqual([
      'warning Application/web /metadata/annotations/argocd.argoproj.io~1manifest-generate-paths: The build of the Application web opens apps/part/kustomization.yaml and 2 more, which its manifest-generate-paths does not cover.',
    ]);
  });

  test('covers the values of a ref too', () => {
    const sources = `sources: [{repoURL: '${here}', ref: tree}, {repoURL: 'https://charts', chart: c, helm: {valueFiles: [$tree/values/web.yaml]}}]`;
    expect(ask(sources, files, paths('/values')).findings).toEqual([]);
    expect(ask(sources, files, paths('/apps')).findings).toHaveLength(1);
  });

  test('that is not there is fine: every commit refreshes', () => {
    expect(ask(source, files).findings).toEqual([]);
  });
});
