import type { ClusterCheck, Say } from '../check/check.ts';
import { severityOfMissing } from '../check/missing.ts';
import { fieldAt, recordAt } from '../json/fields.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';
import { allIn } from './lookup/find-in.ts';
import { called } from './lookup/identity.ts';
import { labelIndex } from './lookup/label-index.ts';
import { meets, selectorText } from './lookup/label-selector.ts';
import { endpointsOf, monitorsOf, unseenByMonitor, whereText, type Monitor } from './lookup/monitors.ts';
import { perCluster } from './lookup/per-cluster.ts';
import { declaredPorts, portNames } from './lookup/ports.ts';
import { listed, suggestion } from './lookup/suggestion.ts';

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
      if (services.length > 0) checkPorts(cluster, say, monitor, services);
      else if (monitor.requirements.length > 0 && !selectsApiServer(monitor)) {
        const place = placeOf(monitor.located, '/spec/selector');
        const reason = unseenByMonitor(cluster, monitor);
        if (reason !== undefined) say.unknown(place, reason);
        else
          say.wrong(place, {
            severity: severityOfMissing(cluster),
            sentence: `${called(monitor.located)} selects ${selectorText(monitor.requirements)}, and no Service${whereText(monitor)} has these labels.`,
            hint: 'Select labels that a Service has on itself, in a namespace that namespaceSelector names.',
          });
      }
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

function checkPorts(
  cluster: ClusterView,
  say: Say,
  monitor: Monitor,
  services: readonly LocatedObject[],
): void {
  const names = portNames(services.flatMap(({ object }) => declaredPorts(fieldAt(object, 'spec'), 'port')));
  for (const [endpoint, at] of endpointsOf(monitor)) {
    const port = fieldAt(endpoint, 'port');
    if (typeof port !== 'string' || port === '' || names.includes(port)) continue;
    const place = placeOf(monitor.located, `${at}/port`);
    const reason = unseenByMonitor(cluster, monitor);
    if (reason !== undefined) {
      say.unknown(place, reason);
      continue;
    }
    say.wrong(place, {
      severity: severityOfMissing(cluster),
      sentence: `${called(monitor.located)} scrapes the port ${port} of ${listed(services.map(called))}, and there is ${
        names.length === 0 ? 'no port with a name' : `only ${listed(names)}`
      }.`,
      hint: suggestion(port, names, `Give a port of the Service the name ${port}, or scrape another.`),
    });
  }
}
