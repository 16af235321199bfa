import type { FleetCheck, Say } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import { appendPointer } from '../json/json-pointer.ts';
import type { ClusterView } from '../rendered/cluster-view.ts';
import type { FleetView } from '../rendered/fleet-view.ts';
import { placeOf } from '../rendered/place-of.ts';
import { containersOf, podSpecOf } from '../rendered/pod-spec.ts';
import { addressHost } from './address-host.ts';
import { hostsOf, type Host } from './hosts.ts';
import { called } from './words.ts';

export const aStandbyNeedsNothingOfTheActive: FleetCheck = {
  rule: 'A standby needs nothing that only the active cluster serves',
  explanation: {
    code: 'SEA3709',
    title: 'A failover needs what is lost with the cluster',
    meaning:
      'The git repository, a chart or an image that the standby needs for the failover comes from a host that the active cluster answers on. When the cluster is lost, so is what should replace it.',
    fix: 'Serve repositories, charts and images from a place that does not fail over with them, or mirror them to one.',
  },
  run(view, say) {
    for (const { active, standby, after } of view.takeovers) {
      const served = new Map<string, Host>();
      for (const located of view.views.get(active)?.objects ?? [])
        for (const host of hostsOf(located)) served.set(host.host, host);
      if (served.size === 0) continue;
      checkSources(view, active, standby, served, say);
      if (after !== undefined) checkImages(after, active, served, say);
    }
  },
};

function checkSources(
  { fleet }: FleetView,
  active: string,
  standby: string,
  served: ReadonlyMap<string, Host>,
  say: Say,
): void {
  const charts = fleet.placements
    .filter(({ cluster }) => cluster === standby)
    .flatMap(({ application, charts: ofPlacement }) =>
      ofPlacement.map(({ component, source }) => ({
        what: `The chart ${component} of ${application}`,
        url: 'git' in source ? source.git : source.repository,
        model: ['applications', application, 'charts', component],
        application,
      })),
    );
  const repository = { what: 'The repository of the fleet', url: fleet.repository, model: ['repository'] };
  for (const { what, url, model, ...place } of [repository, ...charts]) {
    const host = addressHost(url);
    const server = host === undefined ? undefined : served.get(host);
    if (server === undefined) continue;
    say.wrong(
      { fleet: fleet.name, cluster: standby, ...place, model },
      {
        sentence: `${what} is on ${server.host}, which ${called(server.located)} on ${active} answers for: without ${active}, Argo CD cannot read it, and ${standby} cannot take over.`,
        hint: `Keep it, or a mirror of it, on a host that is not lost with ${active}.`,
      },
    );
  }
}

/** What the standby serves itself afterwards is there: only the images of that very server would be a riddle. */
function checkImages(after: ClusterView, active: string, served: ReadonlyMap<string, Host>, say: Say): void {
  const own = new Set(after.objects.flatMap((located) => hostsOf(located).map(({ host }) => host)));
  for (const located of after.objects) {
    const pod = podSpecOf(located);
    for (const { container, pointer } of pod === undefined ? [] : containersOf(pod)) {
      const image = textAt(container, 'image');
      const host = image === undefined || !image.includes('/') ? undefined : addressHost(`https://${image}`);
      const server = host === undefined || own.has(host) ? undefined : served.get(host);
      if (server === undefined) continue;
      say.wrong(placeOf(located, appendPointer(pointer, 'image')), {
        sentence: `Once ${after.name} has taken over for ${active}: ${called(located)} pulls ${image} from ${server.host}, which ${called(server.located)} on ${active} answers for.`,
        hint: `Keep the image, or a mirror of it, in a registry that is not lost with ${active}.`,
      });
    }
  }
}
