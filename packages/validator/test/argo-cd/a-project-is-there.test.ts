import { describe, expect, test } from 'vitest';
import { aProjectIsThere } from '../../src/argo-cd/a-project-is-there.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, partOf, written } from './argo-set.ts';
import { application, project } from './texts.ts';

describe('the project of an Application', () => {
  test('is there, or is default', () => {
    const set = argoSet(written(`${application('project: shop')}\n${project('')}`));
    expect(runSetCheck(aProjectIsThere, set).findings).toEqual([]);
    expect(runSetCheck(aProjectIsThere, argoSet(written(application('project: default')))).findings).toEqual(
      [],
    );
    expect(runSetCheck(aProjectIsThere, argoSet(written(application('')))).findings).toEqual([]);
  });

  test('that is not there is an error, and a warning where not everything is known', () => {
    const set = argoSet(written(`${application('project: shopp')}\n${project('')}`));
    const sentence =
      'Application/web /spec/project: The Application web is of the project shopp, and Argo CD in argocd of hub has no project of that name.';
    expect(runSetCheck(aProjectIsThere, set).findings).toEqual([`error ${sentence}`]);
    expect(runSetCheck(aProjectIsThere, partOf(set)).findings).toEqual([`warning ${sentence}`]);
  });

  test('is not known where a repository has no project at all, or a chart brings it', () => {
    const set = argoSet(written(application('project: shop')));
    expect(runSetCheck(aProjectIsThere, partOf(set))).toEqual({
      findings: [],
      notChecked: ['no AppProject is among the objects (1)'],
    });
    const clusters = set.clusters.map((each) => ({ ...each, unrendered: [{ what: 'the chart argo-cd' }] }));
    expect(runSetCheck(aProjectIsThere, { ...set, clusters })).toEqual({
      findings: [],
      notChecked: ['the chart argo-cd is not rendered (1)'],
    });
  });
});
