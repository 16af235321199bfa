import { expect, test } from 'vitest';
import { aTargetPortIsDeclared as check } from '../../src/references/a-target-port-is-declared.ts';
import { container, hints, service, told, workload } from './support/told.ts';

const to = (targetPort: unknown, more: object = {}) =>
  service('web', 'web', [{ port: 80, targetPort, ...more }]);
const web = workload('web');

test('a name and a number that the pods declare', () => {
  expect(told(check, [to('http'), web])).toEqual([]);
  expect(told(check, [to(8080), web])).toEqual([]);
  expect(told(check, [service('web', 'web', [{ port: 8080 }]), web])).toEqual([]);
});

test('a name that they do not declare', () => {
  const objects = [to('htpp'), web];
  expect(told(check, objects)).toEqual([
    'error Service/web /spec/ports/0/targetPort: Service web targets the TCP port htpp, and the pods that it selects (Deployment web) declare only http (8080).',
  ]);
  expect(hints(check, objects)).toEqual(['Did you mean "http"?']);
});

test('a name is of one protocol', () => {
  expect(told(check, [to('http', { protocol: 'UDP' }), web])).toHaveLength(1);
});

test('a number that pods with other ports do not declare may be listened on all the same', () => {
  expect(told(check, [to(9090), web])).toEqual([
    'info Service/web /spec/ports/0/targetPort: Service web targets 9090/TCP, and the pods that it selects (Deployment web) declare only http (8080).',
  ]);
  expect(told(check, [service('web', 'web', [{ port: 80 }]), web])[0]).toContain('/spec/ports/0/port:');
});

test('pods that declare nothing may listen on any number', () => {
  const silent = workload('web', { containers: [container({ ports: [] })] });
  expect(told(check, [to(9090), silent])).toEqual([]);
  expect(told(check, [to('http'), silent])).toEqual([
    expect.stringContaining('declare no port with a name.'),
  ]);
});

test('a port of a sidecar counts, one of an init container that ends does not', () => {
  const admin = container({ name: 'admin', ports: [{ name: 'admin', containerPort: 9000 }] });
  expect(told(check, [to('admin'), workload('web', { containers: [container(), admin] })])).toEqual([]);
  const init = (more: object) => workload('web', { initContainers: [{ ...admin, ...more }] });
  expect(told(check, [to('admin'), init({ restartPolicy: 'Always' })])).toEqual([]);
  expect(told(check, [to('admin'), init({})])).toHaveLength(1);
});

test('some of the pods are enough', () => {
  const green = workload('green', { containers: [container({ ports: [{ name: 'x', containerPort: 1 }] })] });
  const selected = {
    ...green,
    spec: {
      template: { metadata: { labels: { app: 'web' } }, spec: { containers: [container({ ports: [] })] } },
    },
  };
  expect(told(check, [to('http'), web, selected])).toEqual([]);
});

test('other pods that are not seen may have the port', () => {
  expect(told(check, [to('x'), web], { unrendered: [{ what: 'the chart web' }] })).toEqual([
    '? the chart web is not rendered (1)',
  ]);
});
