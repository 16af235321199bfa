import { expect, test } from 'vitest';
import { aDisruptionBudgetSelectsPods as check } from '../../src/references/a-disruption-budget-selects-pods.ts';
import { hints, object, told, workload } from './support/told.ts';

const budget = (selector: unknown) =>
  object('policy/v1', 'PodDisruptionBudget', 'api', { spec: { minAvailable: 1, selector } });
const api = workload('api');
const expression = (operator: string, values?: readonly string[]) => ({
  matchExpressions: [{ key: 'app', operator, ...(values === undefined ? {} : { values }) }],
});

test.each([
  ['labels', { matchLabels: { app: 'api' } }],
  ['In', expression('In', ['web', 'api'])],
  ['NotIn', expression('NotIn', ['web'])],
  ['Exists', expression('Exists')],
  ['everything', {}],
])('a selector of %s that selects pods', (_, selector) => {
  expect(told(check, [budget(selector), api])).toEqual([]);
});

test.each([
  ['app=web', { matchLabels: { app: 'web' } }],
  ['app in (a, b)', expression('In', ['a', 'b'])],
  ['app notin (api)', expression('NotIn', ['api'])],
  ['!app', expression('DoesNotExist')],
])('a selector %s that selects none', (text, selector) => {
  expect(told(check, [budget(selector), api])).toEqual([
    `error PodDisruptionBudget/api /spec/selector: PodDisruptionBudget api selects ${text}, and no pods in namespace shop have these labels.`,
  ]);
});

test('the label that is different is told', () => {
  const selector = { matchLabels: { app: 'web', tier: 'x' } };
  const near = object('apps/v1', 'Deployment', 'near', {
    spec: { template: { metadata: { labels: { app: 'wep', tier: 'x' } }, spec: { containers: [] } } },
  });
  expect(hints(check, [budget(selector), api, near])).toEqual([
    'The pods of Deployment near come nearest: they do not have app=web, but app=wep.',
  ]);
});

test.each([
  ['a text'],
  [{ matchLabels: 'x' }],
  [{ matchExpressions: [{ key: 'a', operator: 'Like' }] }],
  [null],
])('nothing is said of a selector that is none: %j', (selector) => {
  expect(told(check, [budget(selector), api])).toEqual([]);
});

test('an empty selector may wait for pods', () => {
  expect(told(check, [budget({})])).toEqual([]);
});
