import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { Documents } from '../../resolved/documents.ts';
import { commands, shellWord } from './markdown.ts';

type Host = Documents['hosts'][number];

/** A request that fails loudly unless the host answers well. */
export function smokeTest({ host, smokePath, secure }: Host): string {
  return `curl --fail --silent --show-error --output /dev/null --write-out '%{http_code} %{url}\\n' ${shellWord(`${secure ? 'https' : 'http'}://${host}${smokePath}`)}`;
}

/** One request a host, by the cluster that answers; nothing for a fleet without hosts. */
export function smokeTests(fleet: ResolvedFleet): string[] {
  const clusters = new Map(fleet.placements.map(({ name, cluster }) => [name, cluster]));
  const byCluster = Map.groupBy(fleet.documents.hosts, ({ placement }) => clusters.get(placement) ?? '');
  if (byCluster.size === 0) return [];
  return [
    '## Smoke tests',
    'Each line prints 200 and the address, or fails:',
    commands([...byCluster].flatMap(([cluster, hosts]) => [`# ${cluster}`, ...hosts.map(smokeTest)])),
  ];
}
