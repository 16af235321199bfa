import { expect, test } from 'vitest';
import { aStatefulSetHasItsService as check } from '../../src/references/a-stateful-set-has-its-service.ts';
import { hints, service, told, workload } from './support/told.ts';

const set = (serviceName?: string) =>
  workload('db', {}, serviceName === undefined ? {} : { serviceName }, 'apps/v1/StatefulSet');

test('a Service that is there, or none that is named', () => {
  expect(told(check, [set('db'), service('db'), set(), set('')])).toEqual([]);
});

test('a Service that is not there', () => {
  const objects = [set('db-headles'), service('db-headless')];
  expect(told(check, objects)).toEqual([
    'warning StatefulSet/db /spec/serviceName: StatefulSet db gets the names of its pods from Service db-headles, and there is none in namespace shop.',
  ]);
  expect(hints(check, objects)).toEqual(['Did you mean "db-headless"?']);
});
