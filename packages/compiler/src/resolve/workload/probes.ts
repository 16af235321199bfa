import { portNumberOf, type Port } from '../../model/port.ts';
import type { Probe } from '../../model/probe.ts';
import { didYouMean } from '../../findings/nearest.ts';
import { compact } from '../compact.ts';
import type { Context } from '../context.ts';

type Ports = Readonly<Record<string, Port>>;

function action(probe: Probe, ports: Ports, context: Context, path: readonly string[]): object {
  const ways = [probe.path, probe.tcp, probe.command].filter((way) => way !== undefined).length;
  if (ways !== 1) {
    context.report({
      code: 'SEA1009',
      sentence: `the probe has ${ways === 0 ? 'none' : 'more than one'} of path, tcp and command`,
      hint: 'give exactly one of them; in an override, null removes the other',
      path,
    });
  }
  if (probe.command !== undefined) return { exec: { command: probe.command } };
  const port = probe.port ?? Object.keys(ports)[0];
  if (port === undefined || ports[port] === undefined) {
    context.report({
      code: 'SEA1010',
      sentence:
        port === undefined
          ? 'the probe asks a port and the container has none'
          : `the probe asks port "${port}", which the container does not have`,
      hint: port === undefined ? 'give the container a port' : didYouMean(port, Object.keys(ports)),
      path,
    });
    return {};
  }
  // A named port keeps the probe right when the number changes.
  return probe.path === undefined ? { tcpSocket: { port } } : { httpGet: { path: probe.path, port } };
}

function probeOf(
  probe: Probe | undefined,
  ports: Ports,
  context: Context,
  path: readonly string[],
): object | undefined {
  if (probe === undefined) return undefined;
  const { path: _path, tcp: _tcp, command: _command, port: _port, ...timing } = probe;
  return { ...action(probe, ports, context, path), ...compact(timing) };
}

interface Probes {
  readonly readiness?: Probe | undefined;
  readonly liveness?: Probe | undefined;
  readonly startup?: Probe | undefined;
}

export function probesOf(
  probes: Probes | undefined,
  ports: Ports,
  context: Context,
  path: readonly string[],
): object {
  return compact({
    startupProbe: probeOf(probes?.startup, ports, context, [...path, 'probes', 'startup']),
    livenessProbe: probeOf(probes?.liveness, ports, context, [...path, 'probes', 'liveness']),
    readinessProbe: probeOf(probes?.readiness, ports, context, [...path, 'probes', 'readiness']),
  });
}

export function containerPorts(ports: Ports): object[] {
  return Object.entries(ports).map(([name, port]) =>
    compact({
      name,
      containerPort: portNumberOf(port),
      protocol: typeof port === 'number' ? undefined : port.protocol,
    }),
  );
}
