import type { ResolvedCluster } from '@seatrial/compiler';
import type { FleetCheck } from '../check/check.ts';
import type { FleetView } from '../rendered/fleet-view.ts';
import { placeOf } from '../rendered/place-of.ts';
import { hostIndex } from './host-index.ts';
import { called } from './words.ts';

export const aStandbyAnswersOnNoHostOfTheActive: FleetCheck = {
  rule: 'A standby answers on no public host of the active cluster',
  explanation: {
    code: 'SEA3701',
    title: 'A standby answers on a host of the active cluster',
    meaning:
      'An Ingress, a route or a name for external-dns on a standby cluster has a host that the active cluster answers on. Whatever publishes names from the clusters publishes both, or moves the name back and forth: people reach a cluster whose data is a copy.',
    fix: 'What follows the role belongs into perRole: give the standby a host of its own there. Names that DNS shares out on purpose carry the annotation external-dns.alpha.kubernetes.io/set-identifier.',
  },
  run(view, say) {
    const { clusters, failover } = view.fleet;
    const { at, of } = hostIndex(
      view,
      clusters.filter(({ role }) => role === 'active' || role === 'standby').map(({ name }) => name),
    );
    for (const standby of clusters.filter(({ role }) => role === 'standby')) {
      for (const { host, field, located } of of.get(standby.name) ?? []) {
        for (const active of clusters) {
          const other = active.role === 'active' ? at.get(host)?.get(active.name) : undefined;
          if (other === undefined || !areRivals(active, standby, failover)) continue;
          const { application = 'the application' } = located.place;
          say.wrong(placeOf(located, field), {
            sentence: `${called(located)} on the standby ${standby.name} answers on ${host}, as ${called(other.located)} on the active ${active.name} does.`,
            hint: `Give ${application} a host of its own in perRole.standby, so that ${host} is of ${active.name} until ${standby.name} takes over.`,
          });
        }
      }
    }
  },
};

/** An active and a standby cluster of the same environment, or of the same pair: only one of them may speak to the world. */
function areRivals(
  active: ResolvedCluster,
  standby: ResolvedCluster,
  failover: FleetView['fleet']['failover'],
): boolean {
  return (
    active.environments.some((environment) => standby.environments.includes(environment)) ||
    failover.some((pair) => pair.active === active.name && pair.standby === standby.name)
  );
}
