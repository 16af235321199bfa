import { describe, expect, test } from 'vitest';
import { anApplicationLivesWhereItsProjectAllows } from '../../src/argo-cd/an-application-lives-where-its-project-allows.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, written } from './argo-set.ts';
import { application, project } from './texts.ts';

describe('an Application outside the namespace of Argo CD', () => {
  const parameters =
    '\n---\n{apiVersion: v1, kind: ConfigMap, metadata: {name: argocd-cmd-params-cm, namespace: argocd}, data: {application.namespaces: "team-*, /^x$/"}}';
  const ask = (namespace: string, sources: string, more = parameters) =>
    runSetCheck(
      anApplicationLivesWhereItsProjectAllows,
      argoSet(
        written(
          `${application('project: shop', `name: web, namespace: ${namespace}`)}\n${project(`sourceNamespaces: ${sources}`)}${more}`,
        ),
      ),
    );

  test('is in a namespace that its project and Argo CD know', () => {
    expect(ask('team-a', "['team-*']")).toEqual({ findings: [], notChecked: [] });
    expect(ask('x', "['/^[xy]$/']")).toEqual({ findings: [], notChecked: [] });
    expect(ask('argocd', '[]')).toEqual({ findings: [], notChecked: [] });
  });

  test('is not in any other', () => {
    expect(ask('team-a', '[team-b]').findings).toEqual([
      'error Application/web /metadata/namespace: The Application web is in the namespace team-a, which is not among the sourceNamespaces of its project shop.',
    ]);
    expect(ask('other', '[other]').findings).toEqual([
      'error Application/web /metadata/namespace: The Application web is in the namespace other, which Argo CD does not watch.',
    ]);
    expect(ask('other', '[other]', '').notChecked).toEqual([
      'application.namespaces of argocd-cmd-params-cm is not among the objects (1)',
    ]);
  });
});
