import { rootName } from '../argo-cd/index.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { FailoverPair } from './failover-pair.ts';
import { followedBranches } from './followed-branches.ts';
import { commands, shellWord } from './markdown.ts';
import { syncAll } from './wait-for.ts';

/** Subject of the commit that swaps the roles; the way back finds the commit by it. */
export function failoverMessage(
  fleet: ResolvedFleet,
  pair: Pick<FailoverPair, 'active' | 'standby'>,
): string {
  return `${fleet.name}: ${pair.standby.name} takes over for ${pair.active.name}`;
}

/** The step that makes the standby the active cluster: one edit of the model, one commit. */
export function roleSwap(fleet: ResolvedFleet, { active, standby, twins }: FailoverPair): string[] {
  const branches = followedBranches(
    fleet,
    twins.map(({ standby: twin }) => twin),
  )
    .map((branch) => `\`${branch}\``)
    .join(' and ');
  return [
    '### 4. Swap the roles',
    `In the model of \`environments/${fleet.name}/\`, exchange the two roles, and nothing else:`,
    [
      '```ts',
      'clusters: {',
      `  '${active.name}': { role: 'standby', … },   // was 'active'`,
      `  '${standby.name}': { role: 'active', … },   // was 'standby'`,
      '},',
      '```',
    ].join('\n'),
    `Then compile, read what changes, commit and push to ${branches}:`,
    commands([
      `seatrial compile ${fleet.name}`,
      `git diff --stat environments/${fleet.name} ${fleet.tree}`,
      `git add environments/${fleet.name} ${fleet.tree}`,
      `git commit --message ${shellWord(failoverMessage(fleet, { active, standby }))}`,
      'git push',
      `argocd app get ${rootName(fleet)} --refresh`,
      ...syncAll(twins.map(({ standby: twin }) => twin.name)),
    ]),
  ];
}
