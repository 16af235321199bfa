import { expect, test } from 'vitest';
import { aPriorityClassIsThere as check } from '../../src/references/a-priority-class-is-there.ts';
import { clusterObject, told, workload } from './support/told.ts';

const urgent = (priorityClassName: string) => workload('api', { priorityClassName });

test('a class that is there, and those that always are', () => {
  expect(
    told(check, [urgent('high'), clusterObject('scheduling.k8s.io/v1', 'PriorityClass', 'high')]),
  ).toEqual([]);
  expect(told(check, [urgent('system-node-critical'), urgent('')])).toEqual([]);
});

test('a class that is not there', () => {
  expect(told(check, [urgent('high')])).toEqual([
    'error Deployment/api /spec/template/spec/priorityClassName: Deployment api has the priority of PriorityClass high, and there is none.',
  ]);
});

test('any chart that is not rendered may bring a cluster-scoped object', () => {
  const unrendered = [{ what: 'the chart x', namespaces: ['other'] }];
  expect(told(check, [urgent('high')], { unrendered })).toEqual(['? the chart x is not rendered (1)']);
});
