import type { KubernetesObject } from '@seatrial/compiler';
import { expect, test } from 'vitest';
import { newWatchStore, type Change } from '../../src/kubernetes/watch-store.ts';

const object = (name: string, resourceVersion: string, uid = `uid of ${name}`): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, namespace: 'shop', uid, resourceVersion },
});
const say = (changes: readonly Change[]): string[] =>
  changes.map(
    ({ type, object }) => `${type} ${object.metadata.name} ${String(object.metadata['resourceVersion'])}`,
  );

test('a list after a pause says what was missed, and nothing twice', () => {
  const store = newWatchStore();
  expect(say(store.replace([object('same', '1'), object('changed', '2'), object('gone', '3')]))).toEqual([
    'ADDED same 1',
    'ADDED changed 2',
    'ADDED gone 3',
  ]);
  expect(say(store.replace([object('same', '1'), object('changed', '5'), object('new', '6')]))).toEqual([
    'DELETED gone 3',
    'MODIFIED changed 5',
    'ADDED new 6',
  ]);
  expect(say(store.replace(store.all()))).toEqual([]);
});

test('another object of the same name is a deletion and an addition', () => {
  const store = newWatchStore();
  store.replace([object('one', '1', 'first')]);
  expect(say(store.replace([object('one', '7', 'second')]))).toEqual(['DELETED one 1', 'ADDED one 7']);
});

test('what a watch repeats is not told again', () => {
  const store = newWatchStore();
  store.replace([object('one', '1')]);
  expect(say(store.take({ type: 'ADDED', object: object('one', '1') }))).toEqual([]);
  expect(say(store.take({ type: 'MODIFIED', object: object('one', '2') }))).toEqual(['MODIFIED one 2']);
  expect(say(store.take({ type: 'DELETED', object: object('one', '3') }))).toEqual(['DELETED one 3']);
  expect(say(store.take({ type: 'DELETED', object: object('one', '3') }))).toEqual([]);
  expect(store.get('one', 'shop')).toBeUndefined();
});

test('objects of one name in two namespaces are two', () => {
  const store = newWatchStore();
  const other = object('one', '2');
  store.replace([object('one', '1'), { ...other, metadata: { ...other.metadata, namespace: 'tools' } }]);
  expect(store.all()).toHaveLength(2);
  expect(store.get('one', 'tools')?.metadata['resourceVersion']).toBe('2');
  expect(store.get('one')).toBeUndefined();
});
