import { expect, test } from 'vitest';
import { aServiceSelectsNoJobsBesides as check } from '../../src/references/a-service-selects-no-jobs-besides.ts';
import { container, service, told, workload } from './support/told.ts';

const web = workload('web');
const job = (ports: readonly unknown[]) => ({
  ...workload('migrate', {}, {}, 'batch/v1/Job'),
  spec: { template: { metadata: { labels: { app: 'web' } }, spec: { containers: [container({ ports })] } } },
});
const byNumber = service('web', 'web', [{ port: 80, targetPort: 8080 }]);

test('a Job with the labels of the serving pods gets a part of the connections', () => {
  expect(told(check, [byNumber, web, job([])])).toEqual([
    'warning Service/web /spec/selector: Service web also selects the pods of Job migrate, which get a part of its connections while they run.',
  ]);
});

test('a port that is a name leaves out the pods that do not have it', () => {
  expect(told(check, [service('web'), web, job([])])).toEqual([]);
  expect(told(check, [service('web'), web, job([{ name: 'http', containerPort: 8080 }])])).toHaveLength(1);
});

test('a Service that is only for a Job is meant so', () => {
  expect(told(check, [byNumber, job([])])).toEqual([]);
});
