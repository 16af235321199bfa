import type { ClusterCheck } from '../check/check.ts';
import { fieldAt, listAt, textAt } from '../json/fields.ts';
import { placeOf } from '../rendered/place-of.ts';
import { called, kindOf } from './lookup/identity.ts';
import type { Pods } from './lookup/pods-of.ts';
import { portsOfPods } from './lookup/ports.ts';
import type { PodSelector } from './lookup/pod-selector.ts';
import { selectingServices } from './lookup/services.ts';
import { listed } from './lookup/suggestion.ts';

export const aServiceSelectsNoJobsBesides: ClusterCheck = {
  rule: 'A Service does not select the pods of a Job beside those that serve',
  explanation: {
    code: 'SEA3406',
    title: 'A Service also selects the pods of a Job',
    meaning:
      'While the Job runs, its pods have the labels that the Service selects and count as ready, so a part of the connections goes to them and is refused.',
    fix: 'Give the pods of the Job a label of their own, and select one that only the serving pods have.',
  },
  run(cluster, say) {
    for (const service of selectingServices(cluster)) {
      const jobs = service.pods.filter(isOfJob);
      if (jobs.length === 0 || jobs.length === service.pods.length) continue;
      const hit = jobs.filter((pods) => receives(pods, service));
      if (hit.length === 0) continue;
      say.wrong(placeOf(service.located, '/spec/selector'), {
        severity: 'warning',
        sentence: `${called(service.located)} also selects the pods of ${listed(hit.map(({ located }) => called(located)))}, which get a part of its connections while they run.`,
        hint: 'Select a label that only the serving pods have.',
      });
    }
  },
};

const isOfJob = ({ located }: Pods): boolean => ['batch/Job', 'batch/CronJob'].includes(kindOf(located));

/** A pod becomes an endpoint of a port that is a number, and of one that is a name where it declares that name. */
function receives(pods: Pods, { located }: PodSelector): boolean {
  const ports = portsOfPods(pods);
  return listAt(located.object, 'spec', 'ports').some((port) => {
    const target = fieldAt(port, 'targetPort') ?? fieldAt(port, 'port');
    const protocol = textAt(port, 'protocol') || 'TCP';
    return (
      typeof target === 'number' || ports.some((one) => one.name === target && one.protocol === protocol)
    );
  });
}
