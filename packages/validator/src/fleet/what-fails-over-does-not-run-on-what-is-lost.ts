import type { FleetCheck } from '../check/check.ts';

export const whatFailsOverDoesNotRunOnWhatIsLost: FleetCheck = {
  rule: 'The Argo CD that must sync a standby is not lost with the active cluster',
  explanation: {
    code: 'SEA3705',
    title: 'The Argo CD that must do the failover is lost with the cluster',
    meaning:
      'A failover is a commit that Argo CD syncs to the standby. The Argo CD of the standby runs on the active cluster itself, or in its region: what takes the one away takes the other away too.',
    fix: 'Give the hub a cluster in a region of its own, or do without a hub: then each cluster has its own Argo CD.',
  },
  run({ fleet }, say) {
    const regions = new Map(fleet.clusters.map(({ name, region }) => [name, region]));
    const clusterOf = new Map(fleet.placements.map(({ name, cluster }) => [name, cluster]));
    for (const { active, standby } of fleet.failover) {
      for (const { cluster: hub, placements } of fleet.argoCd.instances) {
        if (hub === standby || !placements.some((name) => clusterOf.get(name) === standby)) continue;
        const place = { fleet: fleet.name, cluster: hub, model: ['clusters', hub] };
        const region = regions.get(active);
        if (hub === active) {
          say.wrong(place, {
            sentence: `The Argo CD of the standby ${standby} runs on ${active}, which is the cluster that ${standby} has to take over for.`,
            hint: `Give Argo CD a cluster of its own with role hub, away from ${active}.`,
          });
        } else if (region === undefined || regions.get(hub) === undefined) {
          say.unknown(place, `the model does not say the region of ${region === undefined ? active : hub}`);
        } else if (regions.get(hub) === region) {
          say.wrong(place, {
            severity: 'warning',
            sentence: `The hub ${hub} is in ${region}, as the active cluster ${active} is: when ${region} is lost, nothing syncs the failover to ${standby}.`,
            hint: `Run the hub in another region than ${active}, or do without a hub: then ${standby} has its own Argo CD.`,
          });
        }
      }
    }
  },
};
