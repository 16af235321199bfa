import { describe, expect, test } from 'vitest';
import { aDefinitionComesBeforeItsObjects } from '../../src/argo-cd/a-definition-comes-before-its-objects.ts';
import { runSetCheck } from '../support/run-check.ts';
import { two } from './argo-set.ts';
import { health, named, wave } from './texts.ts';

describe('a definition', () => {
  const definition =
    '{apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: odds.x.example}, spec: {group: x.example, names: {kind: Odd}}}';
  const odd = '{apiVersion: x.example/v1, kind: Odd, metadata: {name: o}}';
  const apart = (a: string, b: string, more: readonly string[] = [], object = odd) =>
    two([a, b], [[definition], [object]], more);

  test.each([
    ['in the same wave', definition, odd],
    ['in an earlier wave', wave(definition, '-1'), odd],
    [
      'before a hook',
      definition,
      odd.replace('metadata: {', 'metadata: {annotations: {argocd.argoproj.io/hook: PostSync}, '),
    ],
  ])('comes first in one Application: %s', (_, first, second) => {
    const set = two([named('a', ''), named('b', '')], [[first, second], []]);
    expect(runSetCheck(aDefinitionComesBeforeItsObjects, set).findings).toEqual([]);
  });

  test('comes too late in one Application', () => {
    const late = two([named('a', ''), named('b', '')], [[wave(definition, '2'), odd], []]);
    expect(runSetCheck(aDefinitionComesBeforeItsObjects, late).findings).toEqual([
      'error Odd/o /metadata/annotations: Odd o comes in wave 0 of the Application a, before the definition of its kind in wave 2.',
    ]);
    const hook = odd.replace(
      'metadata: {',
      "metadata: {annotations: {helm.sh/hook: 'pre-install', helm.sh/hook-weight: '5'}, ",
    );
    expect(
      runSetCheck(
        aDefinitionComesBeforeItsObjects,
        two([named('a', ''), named('b', '')], [[definition, hook], []]),
      ).findings,
    ).toEqual([
      'error Odd/o /metadata/annotations: Odd o comes in wave 5 of PreSync of the Application a, before the definition of its kind in wave 0.',
    ]);
  });

  test('of another Application is there in time where that one surely comes first, or the sync is tried again', () => {
    expect(
      runSetCheck(
        aDefinitionComesBeforeItsObjects,
        apart(wave(named('a', ''), '-1'), named('b', ''), [health]),
      ).findings,
    ).toEqual([]);
    expect(
      runSetCheck(
        aDefinitionComesBeforeItsObjects,
        apart(named('a', ''), named('b', 'syncPolicy: {automated: {}}')),
      ).findings,
    ).toEqual([]);
    expect(
      runSetCheck(
        aDefinitionComesBeforeItsObjects,
        apart(named('a', ''), named('b', 'syncPolicy: {retry: {limit: 2}}')),
      ).findings,
    ).toEqual([]);
  });

  test('of another Application may come too late otherwise', () => {
    const sentence =
      'warning Odd/o : Odd o of the Application b needs a definition that another Application brings, a, and nothing makes that one come first.';
    expect(
      runSetCheck(aDefinitionComesBeforeItsObjects, apart(named('a', ''), named('b', ''))).findings,
    ).toEqual([sentence]);
    // Without a health check for Applications the parent does not wait, whatever the waves are.
    expect(
      runSetCheck(aDefinitionComesBeforeItsObjects, apart(wave(named('a', ''), '-1'), named('b', '')))
        .findings,
    ).toEqual([sentence]);
    expect(
      runSetCheck(
        aDefinitionComesBeforeItsObjects,
        apart(named('a', ''), named('b', 'syncPolicy: {automated: {}, retry: {limit: 0}}')),
      ).findings,
    ).toEqual([sentence]);
  });

  test("that nobody here applies is nobody's business here", () => {
    const set = two([named('a', ''), named('b', '')], [[], [odd]]);
    expect(runSetCheck(aDefinitionComesBeforeItsObjects, set).findings).toEqual([]);
  });
});
