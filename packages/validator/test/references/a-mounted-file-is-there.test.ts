import { expect, test } from 'vitest';
import { aMountedFileIsThere as check } from '../../src/references/a-mounted-file-is-there.ts';
import { container, hints, object, told, workload } from './support/told.ts';

const mounting = (subPath: string, volume: object) =>
  workload('api', {
    containers: [container({ volumeMounts: [{ name: 'files', mountPath: '/etc/app', subPath }] })],
    volumes: [{ name: 'files', ...volume }],
  });
const settings = object('v1', 'ConfigMap', 'settings', { data: { 'app.yaml': 'a: 1' } });
const ofSettings = { configMap: { name: 'settings' } };

test('a file that is there', () => {
  expect(told(check, [mounting('app.yaml', ofSettings), settings])).toEqual([]);
  const items = { secret: { secretName: 's', items: [{ key: 'k', path: 'folder/app.yaml' }] } };
  const secret = object('v1', 'Secret', 's', { data: { k: 'Yg==' } });
  expect(told(check, [mounting('folder/app.yaml', items), mounting('folder', items), secret])).toEqual([]);
});

test('a file that is not there', () => {
  const objects = [mounting('app.yml', ofSettings), settings];
  expect(told(check, objects)).toEqual([
    'error Deployment/api /spec/template/spec/containers/0/volumeMounts/0/subPath: Deployment api mounts the file app.yml of ConfigMap settings, which has only app.yaml.',
  ]);
  expect(hints(check, objects)).toEqual(['Did you mean "app.yaml"?']);
});

test('with items, the paths count and not the keys', () => {
  const volume = { configMap: { name: 'settings', items: [{ key: 'app.yaml', path: 'renamed' }] } };
  expect(told(check, [mounting('app.yaml', volume), settings])).toHaveLength(1);
});

test.each([
  ['an emptyDir', { emptyDir: {} }],
  ['an optional ConfigMap', { configMap: { name: 'settings', optional: true } }],
  ['a ConfigMap that is not there', { configMap: { name: 'other' } }],
])('nothing is said of %s', (_, volume) => {
  expect(told(check, [mounting('x', volume), settings])).toEqual([]);
});
