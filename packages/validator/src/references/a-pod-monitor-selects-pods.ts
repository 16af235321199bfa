import type { ClusterCheck } from '../check/check.ts';
import { checkScrapedPorts, sayNothingScraped } from './lookup/check-monitor.ts';
import { called } from './lookup/identity.ts';
import { monitorsOf } from './lookup/monitors.ts';
import { portNames, portsOfPods } from './lookup/ports.ts';
import { selectPods } from './lookup/select-pods.ts';
import { listed } from './lookup/suggestion.ts';

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
      if (pods.length > 0)
        checkScrapedPorts(cluster, say, monitor, {
          ports: portNames(pods.flatMap(portsOfPods)),
          owners: `the pods of ${listed([...new Set(pods.map(({ located }) => called(located)))])}`,
          port: 'a container port',
        });
      else if (monitor.requirements.length > 0)
        sayNothingScraped(cluster, say, monitor, {
          none: 'no pods',
          have: 'have',
          hint: 'Select labels of a pod template, in a namespace that namespaceSelector names.',
        });
    }
  },
};
