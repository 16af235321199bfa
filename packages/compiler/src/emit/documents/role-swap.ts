import { rootName } from '../argo-cd/index.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import type { FailoverPair } from './failover-pair.ts';
import { followedBranches } from './followed-branches.ts';
import { commands, shellWord } from './markdown.ts';
import { syncAll } from './wait-for.ts';

/** Subject of the commit that swaps the roles: `git log --grep` finds it by this. */
export function failoverMessage(
  { name }: Pick<ResolvedFleet, 'name'>,
  {
    active,
    standby,
  }: { readonly active: { readonly name: string }; readonly standby: { readonly name: string } },
): string {
  return `${name}: ${standby.name} takes over for ${active.name}`;
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
    `One command exchanges the two roles in the model of \`environments/${fleet.name}/\`, compiles, says which objects change, and commits. Look first; nothing is pushed until you push to ${branches}:`,
    commands([
      `seatrial failover ${fleet.name} --to ${standby.name} --dry-run`,
      `seatrial failover ${fleet.name} --to ${standby.name}`,
      'git show --stat',
      'git push',
      `argocd app get ${rootName(fleet)} --refresh`,
      ...syncAll(twins.map(({ standby: twin }) => twin.name)),
    ]),
    `While a sync runs or retries, Argo CD starts no other one, and counts a commit that it sees meanwhile as tried: its hooks never run. Before you push again, or push a revert, end what still runs, and sync by hand afterwards:`,
    commands([
      'argocd app list --output json | jq --raw-output \'.[] | select(.status.operationState.phase == "Running") | .metadata.name\' | xargs --no-run-if-empty --max-args 1 argocd app terminate-op',
    ]),
    'Where it says that it cannot edit the model, exchange the two roles by hand, and nothing else:',
    [
      '```ts',
      'clusters: {',
      `  '${active.name}': { role: 'standby', … },   // was 'active'`,
      `  '${standby.name}': { role: 'active', … },   // was 'standby'`,
      '},',
      '```',
    ].join('\n'),
    commands([
      `seatrial compile ${fleet.name}`,
      `git add environments/${fleet.name} ${fleet.tree}`,
      `git commit --message ${shellWord(failoverMessage(fleet, { active, standby }))}`,
    ]),
  ];
}
