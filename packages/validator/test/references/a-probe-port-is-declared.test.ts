import { expect, test } from 'vitest';
import { aProbePortIsDeclared as check } from '../../src/references/a-probe-port-is-declared.ts';
import { container, hints, told, workload } from './support/told.ts';

const probing = (probe: object, more: object = {}) =>
  workload('api', { containers: [container({ readinessProbe: probe, ...more })] });

test.each([
  ['a name', { httpGet: { port: 'http' } }],
  ['a number', { tcpSocket: { port: 8080 } }],
  ['a number in quotes', { httpGet: { port: '8080' } }],
  ['a command', { exec: { command: ['true'] } }],
])('%s is fine', (_, probe) => {
  expect(told(check, [probing(probe)])).toEqual([]);
});

test('a name that the container does not declare', () => {
  expect(told(check, [probing({ httpGet: { port: 'htpp' } })])).toEqual([
    'error Deployment/api /spec/template/spec/containers/0/readinessProbe/httpGet/port: The readinessProbe of container main of Deployment api asks the port htpp, and the container declares only http (8080).',
  ]);
  expect(hints(check, [probing({ httpGet: { port: 'htpp' } })])).toEqual(['Did you mean "http"?']);
});

test('a name of another container does not count, a number does', () => {
  const side = container({ name: 'side', ports: [{ name: 'admin', containerPort: 9000 }] });
  const pod = (port: unknown) =>
    workload('api', { containers: [container({ livenessProbe: { httpGet: { port } } }), side] });
  expect(told(check, [pod('admin')])).toHaveLength(1);
  expect(told(check, [pod(9000)])).toEqual([]);
});

test('a number that is not declared is only pointed out, and only where others are', () => {
  expect(told(check, [probing({ grpc: { port: 9090 } })])[0]).toMatch(
    /^info .*asks port 9090, and the pod declares only/,
  );
  expect(told(check, [probing({ grpc: { port: 9090 } }, { ports: [] })])).toEqual([]);
});

test('one number is pointed out once for a container', () => {
  const probe = { httpGet: { port: 9090 } };
  expect(told(check, [probing(probe, { livenessProbe: probe })])).toHaveLength(1);
});

test('a hook names a port too', () => {
  const hook = container({ lifecycle: { preStop: { httpGet: { port: 'admin' } } } });
  expect(told(check, [workload('api', { containers: [hook] })])[0]).toContain(
    'The preStop of container main',
  );
});
