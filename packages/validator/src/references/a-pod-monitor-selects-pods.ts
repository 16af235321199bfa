import type { ClusterCheck, Say } from '../check/check.ts';
import { severityOfMissing } from '../check/missing.ts';
import { fieldAt } from '../json/fields.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import { placeOf } from '../rendered/place-of.ts';
import { called } from './lookup/identity.ts';
import { selectorText } from './lookup/label-selector.ts';
import { endpointsOf, monitorsOf, unseenByMonitor, whereText, type Monitor } from './lookup/monitors.ts';
import type { Pods } from './lookup/pods-of.ts';
import { portNames, portsOfPods } from './lookup/ports.ts';
import { selectPods } from './lookup/select-pods.ts';
import { listed, suggestion } from './lookup/suggestion.ts';

export const aPodMonitorSelectsPods: ClusterCheck = {
  rule: 'A PodMonitor selects pods that have its ports',
  explanation: {
    code: 'SEA3429',
    title: 'A PodMonitor scrapes nothing',
    meaning:
      'No pods in the namespaces that the monitor looks into have the labels that it selects, or none of them has a port of the name that it scrapes. ' +
      'Prometheus says nothing of that: metrics are just not there, and alerts on them never fire.',
    fix: 'Compare the selector with the labels of the pod template; port is the name of a container port. Another namespace needs namespaceSelector.',
  },
  run(cluster, say) {
    for (const monitor of monitorsOf(cluster, 'PodMonitor')) {
      const pods = (monitor.namespaces ?? [undefined]).flatMap((namespace) =>
        selectPods(cluster, namespace, monitor.requirements),
      );
      if (pods.length > 0) checkPorts(cluster, say, monitor, pods);
      else if (monitor.requirements.length > 0) {
        const place = placeOf(monitor.located, '/spec/selector');
        const reason = unseenByMonitor(cluster, monitor);
        if (reason !== undefined) say.unknown(place, reason);
        else
          say.wrong(place, {
            severity: severityOfMissing(cluster),
            sentence: `${called(monitor.located)} selects ${selectorText(monitor.requirements)}, and no pods${whereText(monitor)} have these labels.`,
            hint: 'Select labels of a pod template, in a namespace that namespaceSelector names.',
          });
      }
    }
  },
};

function checkPorts(cluster: ClusterView, say: Say, monitor: Monitor, pods: readonly Pods[]): void {
  const names = portNames(pods.flatMap(portsOfPods));
  for (const [endpoint, at] of endpointsOf(monitor)) {
    const port = fieldAt(endpoint, 'port');
    if (typeof port !== 'string' || port === '' || names.includes(port)) continue;
    const place = placeOf(monitor.located, `${at}/port`);
    const reason = unseenByMonitor(cluster, monitor);
    if (reason !== undefined) {
      say.unknown(place, reason);
      continue;
    }
    const owners = [...new Set(pods.map(({ located }) => called(located)))];
    say.wrong(place, {
      severity: severityOfMissing(cluster),
      sentence: `${called(monitor.located)} scrapes the port ${port} of the pods of ${listed(owners)}, and there is ${
        names.length === 0 ? 'no port with a name' : `only ${listed(names)}`
      }.`,
      hint: suggestion(port, names, `Give a container port the name ${port}, or scrape another.`),
    });
  }
}
