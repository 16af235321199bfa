import type { ClusterCheck } from '../check/check.ts';
import { fieldAt, recordAt } from '../json/fields.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { meets } from '../rendered/meets.ts';
import { checkScrapedPorts, sayNothingScraped } from './lookup/check-monitor.ts';
import { allIn } from './lookup/find-in.ts';
import { called } from './lookup/identity.ts';
import { labelIndex } from './lookup/label-index.ts';
import { monitorsOf, type Monitor } from './lookup/monitors.ts';
import { perCluster } from './lookup/per-cluster.ts';
import { declaredPorts, portNames } from './lookup/ports.ts';
import { listed } from './lookup/suggestion.ts';

export const aServiceMonitorSelectsServices: ClusterCheck = {
  rule: 'A ServiceMonitor selects Services that have its ports',
  explanation: {
    code: 'SEA3428',
    title: 'A ServiceMonitor scrapes nothing',
    meaning:
      'No Service in the namespaces that the monitor looks into has the labels that it selects, or none of them has a port of the name that it scrapes. ' +
      'Prometheus says nothing of that: metrics are just not there, and alerts on them never fire.',
    fix: "The selector is over the labels of the Service itself, not its selector, and port is the name of a Service's port. Another namespace needs namespaceSelector.",
  },
  run(cluster, say) {
    for (const monitor of monitorsOf(cluster, 'ServiceMonitor')) {
      const services = servicesOf(cluster, monitor);
      if (services.length > 0)
        checkScrapedPorts(cluster, say, monitor, {
          ports: portNames(services.flatMap(({ object }) => declaredPorts(fieldAt(object, 'spec'), 'port'))),
          owners: listed(services.map(called)),
          port: 'a port of the Service',
        });
      else if (monitor.requirements.length > 0 && !selectsApiServer(monitor))
        sayNothingScraped(cluster, say, monitor, {
          none: 'no Service',
          have: 'has',
          hint: 'Select labels that a Service has on itself, in a namespace that namespaceSelector names.',
        });
    }
  },
};

const byLabel = perCluster((cluster) =>
  labelIndex(
    cluster.ofKind('', 'Service').map((located) => ({ located })),
    ({ located }) => recordAt(located.object, 'metadata', 'labels'),
  ),
);

function servicesOf(cluster: ClusterView, { requirements, namespaces }: Monitor): readonly LocatedObject[] {
  return (namespaces ?? [undefined])
    .flatMap(
      (namespace) =>
        byLabel(cluster)
          .candidates(namespace, requirements)
          ?.map(({ located }) => located) ?? allIn(cluster, '', 'Service', namespace),
    )
    .filter(({ object }) => requirements.every((one) => meets(one, recordAt(object, 'metadata', 'labels'))));
}

/** Every cluster has the Service `kubernetes` in the namespace `default`. Source: kubernetes, controlplane/controller. */
function selectsApiServer({ requirements, namespaces }: Monitor): boolean {
  const isThere = namespaces === undefined || namespaces.includes('default');
  return isThere && requirements.every((one) => meets(one, apiServerLabels));
}

const apiServerLabels = { component: 'apiserver', provider: 'kubernetes' };
