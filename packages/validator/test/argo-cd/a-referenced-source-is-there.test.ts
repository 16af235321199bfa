import { describe, expect, test } from 'vitest';
import { aReferencedSourceIsThere } from '../../src/argo-cd/a-referenced-source-is-there.ts';
import { here } from '../support/rendered-set.ts';
import { askWithFiles } from './ask-with-files.ts';

describe('a value file', () => {
  const ask = askWithFiles(aReferencedSourceIsThere);
  const chart = (files: string, more = ''): string =>
    `{repoURL: 'https://charts', chart: c, targetRevision: '1', helm: {valueFiles: ${files}${more}}}`;
  const tree = `{repoURL: '${here}', ref: tree}`;

  test('of a ref is there', () => {
    expect(
      ask(
        `sources: [${tree}, ${chart("['$tree/v/a.yaml', '$ARGOCD_APP_NAME.yaml', 'https://x/y.yaml', in-chart.yaml]")}]`,
        { 'v/a.yaml': '' },
      ),
    ).toEqual({ findings: [], notChecked: [] });
  });

  test('of a ref that no source has is an error', () => {
    expect(ask(`sources: [${tree}, ${chart("['$tre/v/a.yaml']")}]`).findings).toEqual([
      'error Application/web /spec/sources/1/helm/valueFiles/0: The Application web reads $tre/v/a.yaml, and none of its sources has ref: tre.',
    ]);
    expect(ask(`source: ${chart("['$tree/a.yaml']")}`).findings).toHaveLength(1);
  });

  test('that is not in this repository is an error, unless it may be missing', () => {
    expect(ask(`sources: [${tree}, ${chart("['$tree/v/a.yaml']")}]`).findings).toEqual([
      'error Application/web /spec/sources/1/helm/valueFiles/0: The Application web reads the values $tree/v/a.yaml, and there is no v/a.yaml in this repository.',
    ]);
    expect(
      ask(
        `sources: [${tree}, ${chart("['$tree/v/a.yaml', '$tree/*.yaml']", ', ignoreMissingValueFiles: true')}]`,
      ).findings,
    ).toEqual([]);
    const own = (file: string): string =>
      `source: {repoURL: '${here}', path: charts/web, helm: {valueFiles: ['${file}']}}`;
    expect(ask(own('../values.yaml'), { 'charts/values.yaml': '' }).findings).toEqual([]);
    expect(ask(own('/charts/values.yaml'), { 'charts/values.yaml': '' }).findings).toEqual([]);
    expect(ask(own('values.yaml'), { 'charts/values.yaml': '' }).findings).toHaveLength(1);
  });

  test('has refs that are unique and legal', () => {
    expect(ask(`sources: [${tree}, ${tree}, {repoURL: 'https://x', ref: 'a.b'}]`).findings).toEqual([
      'error Application/web /spec/sources/1/ref: The ref tree of the Application web is on two sources.',
      'error Application/web /spec/sources/2/ref: The ref a.b of the Application web has a character that Argo CD refuses.',
    ]);
  });
});
