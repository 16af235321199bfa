import { describe, expect, test } from 'vitest';
import { anApplicationHasANameOfItsOwn } from '../../src/argo-cd/an-application-has-a-name-of-its-own.ts';
import { runSetCheck } from '../support/run-check.ts';
import { argoSet, partOf, written } from './argo-set.ts';
import { named, setOfApplications } from './texts.ts';

describe('two Applications of one name', () => {
  const ask = (...texts: string[]) =>
    argoSet(texts.flatMap((text, at) => written(text, { file: `${at}.yaml` })));

  test('are found where both are written down', () => {
    expect(runSetCheck(anApplicationHasANameOfItsOwn, ask(named('web'), named('web'))).findings).toEqual([
      'error Application/web /metadata/name: There are two Applications with the name web, one of 0.yaml and one of 1.yaml.',
    ]);
    expect(runSetCheck(anApplicationHasANameOfItsOwn, ask(named('web'), named('shop'))).findings).toEqual([]);
  });

  test('are found within a set, between sets, and between a set and one that is written down', () => {
    expect(
      runSetCheck(
        anApplicationHasANameOfItsOwn,
        ask(setOfApplications('s', '[{n: a}, {n: a}, {n: b}]', '{{ .n }}')),
      ).findings,
    ).toEqual([
      'error ApplicationSet/s /spec/template/metadata/name: The ApplicationSet s makes more than one Application with the name a.',
    ]);
    expect(
      runSetCheck(
        anApplicationHasANameOfItsOwn,
        ask(setOfApplications('s', '[{n: a}]', '{{ .n }}'), setOfApplications('t', '[{n: a}]', '{{ .n }}')),
      ).findings,
    ).toEqual([
      'error ApplicationSet/t /spec/template/metadata/name: There are two Applications with the name a, one of the ApplicationSet s and one of the ApplicationSet t.',
    ]);
    expect(
      runSetCheck(
        anApplicationHasANameOfItsOwn,
        ask(setOfApplications('s', '[{n: a}]', '{{ .n }}'), named('a')),
      ).findings,
    ).toEqual([
      'error ApplicationSet/s /spec/template/metadata/name: There are two Applications with the name a, one of 1.yaml and one of the ApplicationSet s.',
    ]);
  });

  test('in two folders of a repository may be of two Argo CDs; in one file they are not', () => {
    const two = partOf(ask(named('web'), named('web')));
    expect(runSetCheck(anApplicationHasANameOfItsOwn, two)).toEqual({
      findings: [],
      notChecked: ['whether Applications of one name are read by one Argo CD is not known (1)'],
    });
    const one = partOf(ask(`${named('web')}\n---\n${named('web')}`));
    expect(runSetCheck(anApplicationHasANameOfItsOwn, one).findings).toHaveLength(1);
  });

  test('are none where one set is written twice, or the unit of an Application is its own', () => {
    const text = setOfApplications('s', '[{n: a}]', '{{ .n }}');
    expect(runSetCheck(anApplicationHasANameOfItsOwn, ask(text, text)).findings).toEqual([]);
  });
});
