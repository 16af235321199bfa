import type { FleetCheck } from '../check/check.ts';

export const whatIsActiveIsOnTheStandbyToo: FleetCheck = {
  rule: 'An application of the active cluster is on the standby once it takes over',
  explanation: {
    code: 'SEA3704',
    title: 'A failover loses an application',
    meaning:
      'An application runs on the active cluster, and nothing places it on the standby, not even with the roles exchanged: its `on` names clusters or labels, or the standby does not carry the environment.',
    fix: 'Place it on the standby too; with perRole.standby it may be small there. If it may be lost, suppress the finding with the reason.',
  },
  run({ fleet, takeovers }, say) {
    for (const { active, standby, after } of takeovers) {
      if (after === undefined) continue;
      const kept = new Set(
        after.fleet.placements
          .filter(({ cluster }) => cluster === standby)
          .map(({ application, environment }) => `${application}/${environment}`),
      );
      for (const { cluster, application, environment } of fleet.placements) {
        if (cluster !== active || kept.has(`${application}/${environment}`)) continue;
        const carries = after.fleet.clusters.some(
          ({ name, environments }) => name === standby && environments.includes(environment),
        );
        say.wrong(
          {
            fleet: fleet.name,
            cluster: active,
            environment,
            application,
            model: ['applications', application],
          },
          {
            severity: 'warning',
            sentence: `${application} in ${environment} is lost with ${active}: ${standby}, which takes over, does not get it.`,
            hint: carries
              ? `Let its "on" name ${standby} too, or a role instead of a cluster.`
              : `Let ${standby} carry the environment ${environment}.`,
          },
        );
      }
    }
  },
};
