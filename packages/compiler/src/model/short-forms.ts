import { isRecord } from '../objects/merge-patch.ts';

function probes(value: unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, probe]) => [name, typeof probe === 'string' ? { path: probe } : probe]),
  );
}

/** A workload, or a part of one in an override, in its long form: what is written short must merge like what is not. */
function longWorkload(value: unknown): unknown {
  if (!isRecord(value)) return value;
  const { port, ...workload } = value;
  if (port !== undefined)
    workload['ports'] = { http: port, ...(isRecord(workload['ports']) ? workload['ports'] : {}) };
  if (typeof workload['ingress'] === 'string') workload['ingress'] = { host: workload['ingress'] };
  if (workload['service'] === true) workload['service'] = {};
  if (workload['monitor'] === true) workload['monitor'] = {};
  if ('probes' in workload) workload['probes'] = probes(workload['probes']);
  for (const beside of ['sidecars', 'initContainers'] as const) {
    const containers = workload[beside];
    if (!isRecord(containers)) continue;
    workload[beside] = Object.fromEntries(
      Object.entries(containers).map(([name, container]) => [
        name,
        isRecord(container) && 'probes' in container
          ? { ...container, probes: probes(container['probes']) }
          : container,
      ]),
    );
  }
  return workload;
}

/** An application, or an override of one, with every short form written out. */
export function longApplication(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { workloads } = value;
  if (!isRecord(workloads)) return { ...value };
  return {
    ...value,
    workloads: Object.fromEntries(
      Object.entries(workloads).map(([name, workload]) => [name, longWorkload(workload)]),
    ),
  };
}
