import { describe, expect, test } from 'vitest';
import { aProjectPermitsTheRepository } from '../../src/argo-cd/a-project-permits-the-repository.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, written } from './argo-set.ts';
import { application, project } from './texts.ts';

describe('a project permits the repository', () => {
  const ask = (repos: string, url: string, more = ''): number =>
    runSetCheck(
      aProjectPermitsTheRepository,
      argoSet(
        written(
          `${application(`project: shop, source: {repoURL: '${url}', path: a}`)}\n${project(`sourceRepos: ${repos}`)}${more}`,
        ),
      ),
    ).findings.length;

  test.each([
    ["['*']", 'https://any.example/x'],
    ["['https://git.example/shop/*']", 'https://git.example/shop/web.git'],
    ["['https://git.example/shop/web']", 'https://git.example/Shop/WEB.git'],
    ["['git@git.example:shop/web']", 'ssh://git@git.example/shop/web.git'],
    ["['https://git.example/**']", 'https://git.example/a/b/c'],
    ["['*', '!https://git.example/bad/*']", 'https://git.example/good/x'],
  ])('with %s for %s', (repos, url) => {
    expect(ask(repos, url)).toBe(0);
  });

  test.each([
    ['[]', 'https://git.example/x'],
    // A * stops at a slash, unless it is alone.
    ["['https://git.example/*']", 'https://git.example/a/b'],
    ["['*', '!https://git.example/bad/*']", 'https://git.example/bad/x'],
    ["['!https://git.example/bad/*']", 'https://git.example/bad/x'],
    ["['https://git.example/web']", 'https://git.example/webs'],
    // Argo CD escapes the braces of an address before it takes it for a glob.
    ["['https://git.example/{a,b}/*']", 'https://git.example/b/x'],
  ])('not with %s for %s', (repos, url) => {
    expect(ask(repos, url)).toBe(1);
  });

  test('says which, at the source', () => {
    const objects = written(
      `${application("project: shop, sources: [{repoURL: 'https://a', path: x}, {repoURL: 'https://b', chart: y}]")}\n${project("sourceRepos: ['https://a']")}`,
    );
    expect(runSetCheck(aProjectPermitsTheRepository, argoSet(objects)).findings).toEqual([
      'error Application/web /spec/sources/1/repoURL: The project shop does not permit the repository https://b of the Application web.',
    ]);
  });

  test('that a Secret of the project declares', () => {
    const secret =
      '\n---\n{apiVersion: v1, kind: Secret, metadata: {name: r, namespace: argocd, labels: {argocd.argoproj.io/secret-type: repository}}, stringData: {url: https://b, project: shop}}';
    expect(ask('[]', 'https://b')).toBe(1);
    expect(ask('[]', 'https://b', secret)).toBe(0);
  });

  test('is not decided where global projects add to it', () => {
    const settings =
      "---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: argocd-cm, namespace: argocd}, data: {globalProjects: '- projectName: all'}}";
    const text = `${application("project: shop, source: {repoURL: 'https://a', path: x}")}\n${project('')}\n${settings}`;
    expect(runSetCheck(aProjectPermitsTheRepository, argoSet(written(text)))).toEqual({
      findings: [],
      notChecked: ['global projects add to the project (1)'],
    });
  });
});
