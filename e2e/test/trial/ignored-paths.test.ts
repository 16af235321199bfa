import type { KubernetesObject } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import { NotProvenHere } from '../../src/run/outcome-errors.ts';
import { ignoredPaths } from '../../src/trial/differences/ignored-paths.ts';
import { jqPaths } from '../../src/trial/differences/jq-paths.ts';
import { pointerPath, without } from '../../src/trial/differences/paths.ts';

const rule = {
  group: '',
  kind: 'ConfigMap',
  jsonPointers: [],
  jqPathExpressions: [],
  managedFieldsManagers: [],
};
const object: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name: 'switches',
    namespace: 'shop',
    labels: { 'a/b': 'c' },
    managedFields: [
      { manager: 'on-call', fieldsV1: { 'f:data': { 'f:maintenance': {}, '.': {} } } },
      { manager: 'other', fieldsV1: { 'f:data': { 'f:banner': {} } } },
    ],
  },
  data: { banner: 'x', maintenance: 'off' },
  list: [
    { name: 'a', value: 1 },
    { name: 'b', value: 2 },
  ],
};

/** The object as a comparison with these rules sees it. */
const seen = (...rules: Parameters<typeof ignoredPaths>[1]) => without(object, ignoredPaths(object, rules));

test.each([
  ['.data.maintenance', [['data', 'maintenance']]],
  ['.data["maintenance"]', [['data', 'maintenance']]],
  ['.data."maintenance"', [['data', 'maintenance']]],
  [
    '.list[].value',
    [
      ['list', '0', 'value'],
      ['list', '1', 'value'],
    ],
  ],
  [
    '.list[]?.value?',
    [
      ['list', '0', 'value'],
      ['list', '1', 'value'],
    ],
  ],
  ['.list[-1]', [['list', '1']]],
  ['.list[] | select(.name == "b") | .value', [['list', '1', 'value']]],
  ['.list[] | select(.name == "b").value', [['list', '1', 'value']]],
  ['.nothing[]?.here', []],
])('jq leads %s to its places', (expression, paths) => {
  expect(jqPaths(expression, object)).toEqual(paths);
});

test.each(['.list | map(.value)', '..', '.list[0:1]', '.a // .b', 'del(.a)', '.list[] | select(.a > 1)'])(
  'what is more than the rehearsal reads is not guessed: %s',
  (expression) => {
    expect(jqPaths(expression, object)).toBeUndefined();
    expect(() => ignoredPaths(object, [{ ...rule, jqPathExpressions: [expression] }])).toThrow(NotProvenHere);
  },
);

test('a pointer names one place, with its escapes', () => {
  expect(pointerPath('/metadata/labels/a~1b')).toEqual(['metadata', 'labels', 'a/b']);
  expect(seen({ ...rule, jsonPointers: ['/metadata/labels/a~1b', '/list/0'] })).toMatchObject({
    metadata: { labels: {} },
    list: [{ name: 'b', value: 2 }],
  });
});

test('fields of a manager are those that it owns', () => {
  expect(seen({ ...rule, managedFieldsManagers: ['on-call'] })).toHaveProperty('data', { banner: 'x' });
});

test('a rule for other objects changes nothing but bookkeeping', () => {
  const elsewhere = [
    { ...rule, group: 'apps', jsonPointers: ['/data'] },
    { ...rule, kind: 'Secret', jsonPointers: ['/data'] },
    { ...rule, name: 'other', jsonPointers: ['/data'] },
    { ...rule, namespace: 'other', jsonPointers: ['/data'] },
  ];
  expect(seen(...elsewhere)).toEqual(seen());
  expect(seen({ ...rule, group: '*', kind: '*', jsonPointers: ['/data'] })).not.toHaveProperty('data');
});
