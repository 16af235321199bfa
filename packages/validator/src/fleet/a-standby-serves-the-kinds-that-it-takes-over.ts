import type { FleetCheck } from '../check/check.ts';
import { placeOf } from '../rendered/place-of.ts';
import { called } from './words.ts';

export const aStandbyServesTheKindsThatItTakesOver: FleetCheck = {
  rule: 'A standby serves the kinds that it takes over',
  explanation: {
    code: 'SEA3708',
    title: 'A standby does not serve a kind that it takes over',
    meaning:
      'Once the standby has taken over, it gets an object of a kind that the active cluster serves and the standby does not: nothing brings its CustomResourceDefinition there, or the Kubernetes version is another one. The sync of the failover fails.',
    fix: 'Place what installs the definition on the standby too, also while it is a standby; give both clusters of a pair the same Kubernetes version.',
  },
  run({ views, takeovers }, say) {
    for (const { active, standby, after } of takeovers) {
      const lost = views.get(active);
      const today = views.get(standby);
      if (after === undefined || lost === undefined) continue;
      const said = new Set<string>();
      for (const located of after.objects) {
        const { apiVersion, kind } = located.object as Readonly<Record<string, unknown>>;
        if (typeof apiVersion !== 'string' || typeof kind !== 'string') continue;
        const key = [apiVersion, kind, located.place.application].join(' ');
        if (said.has(key)) continue;
        said.add(key);
        if (after.kinds.find(apiVersion, kind) !== undefined) continue;
        if (lost.kinds.find(apiVersion, kind) === undefined) continue;
        // The standby has such an object today: the schemas say what is wrong with that.
        if (today?.objects.some(({ object }) => object.apiVersion === apiVersion && object.kind === kind))
          continue;
        const unseen = after.mayComeFrom(undefined);
        if (unseen !== undefined && !after.kinds.ownsGroup(apiVersion.split('/')[0] ?? ''))
          say.unknown(placeOf(located), `${unseen} is not rendered`);
        else
          say.wrong(placeOf(located), {
            sentence: `Once ${standby} has taken over for ${active} it gets ${called(located)}, and it does not serve ${apiVersion} ${kind}, as ${active} does.`,
            hint: `Place what installs the definition of ${kind} on ${standby} too, or give it the Kubernetes version of ${active}.`,
          });
      }
    }
  },
};
