import type { FleetCheck } from '../check/check.ts';
import { placeOf } from '../rendered/place-of.ts';
import { hostIndex } from './host-index.ts';
import { called } from './words.ts';

export const oneActiveClusterAnswersOnAHost: FleetCheck = {
  rule: 'One active cluster answers on a host that fails over',
  explanation: {
    code: 'SEA3702',
    title: 'Two active clusters answer on one host',
    meaning:
      'A cluster that has a standby is the one that speaks for its hosts. Another active cluster of the same environment answers on one of them too: two clusters write, and the failover moves only one of them.',
    fix: 'Give one of the clusters another host or another role. Names that DNS shares out on purpose carry the annotation external-dns.alpha.kubernetes.io/set-identifier.',
  },
  run(view, say) {
    const { clusters, failover } = view.fleet;
    const actives = clusters.filter(({ role }) => role === 'active');
    const leading = new Map(
      actives
        .filter(({ name }) => failover.some(({ active }) => active === name))
        .map(({ name, environments }) => [name, environments]),
    );
    const { at, of } = hostIndex(
      view,
      actives.map(({ name }) => name),
    );
    for (const { name, environments } of actives) {
      for (const { host, field, located } of of.get(name) ?? []) {
        for (const [other, mine] of at.get(host) ?? []) {
          // Where both have a standby, the one that comes later in the model is told.
          if (other === name || (leading.has(name) && !comesFirst(other, name, leading))) continue;
          if (leading.get(other)?.some((environment) => environments.includes(environment)) !== true)
            continue;
          say.wrong(placeOf(located, field), {
            sentence: `${called(located)} on ${name} answers on ${host}, as ${called(mine.located)} on ${other} does, and both clusters are active.`,
            hint: 'Give one of the two another host, or make one of the clusters the standby.',
          });
        }
      }
    }
  },
};

function comesFirst(one: string, other: string, order: ReadonlyMap<string, unknown>): boolean {
  const names = [...order.keys()];
  return names.includes(one) && names.indexOf(one) < names.indexOf(other);
}
