import { rootName } from '../argo-cd/index.ts';
import type { ResolvedFleet } from '../../resolved/fleet.ts';
import { failoverChanges } from './failover-changes.ts';
import { failoverPairs, type FailoverPair } from './failover-pair.ts';
import { verification } from './failover-verification.ts';
import { fencing } from './fencing.ts';
import { generatedNote } from './generated-note.ts';
import { commands, documentText, list, shellWord } from './markdown.ts';
import { failoverMessage, roleSwap } from './role-swap.ts';
import { smokeTest } from './smoke-tests.ts';
import { waitFor } from './wait-for.ts';

/** How the standby takes over, and how the way back goes; undefined for a fleet without a failover. */
export function drRunbook(fleet: ResolvedFleet): string | undefined {
  const pairs = failoverPairs(fleet);
  if (pairs.length === 0) return undefined;
  return documentText([
    `# Disaster recovery of ${fleet.name}`,
    generatedNote(fleet),
    'Read down, do each step, write down the time of each one. One person decides, one types.',
    fleet.argoCd.instances.length > 1
      ? 'Each `argocd` command goes to the Argo CD of the cluster that the name of the Application ends with: switch with `argocd context`.'
      : '',
    ...pairs.flatMap((pair) => [
      `## ${pair.standby.name} takes over for ${pair.active.name}`,
      ...preconditions(fleet, pair),
      ...fencing(fleet, pair),
      ...promotions(fleet),
      ...roleSwap(fleet, pair),
      ...failoverChanges(pair),
      ...verification(fleet, pair),
      ...failback(fleet, pair),
    ]),
    '## Drills',
    list([
      'At least every three months, and after every change of what follows a role: the whole way there and back, in working hours, announced.',
      'Measure two times: until the standby serves, and until the former active cluster is clean.',
      'In between, test the standby at any time on its own hosts; that changes nothing.',
    ]),
    '## What this does not cover',
    list(notCovered(fleet, pairs)),
  ]);
}

function preconditions(fleet: ResolvedFleet, pair: FailoverPair): string[] {
  const { active, standby, standbyHosts } = pair;
  return [
    '### 1. Be sure',
    `Argo CD does not notice a dead cluster: its Applications stay \`Synced\` and \`Healthy\`. Ask ${active.name} itself, several times, from more than one network:`,
    commands([`kubectl --context ${active.name} get --raw=/readyz --request-timeout=5s`]),
    `Go on only if ${standby.name} is well:`,
    commands([
      `kubectl --context ${standby.name} get --raw=/readyz --request-timeout=5s`,
      `kubectl --context ${standby.name} get nodes`,
      waitFor(
        pair.twins.map(({ standby: twin }) => twin.name),
        60,
      ),
      ...standbyHosts.map(smokeTest),
    ]),
    list([
      'The lag of every replica that is promoted below is known and accepted: what has not arrived is lost.',
      'The decision is made by the person who may make it, and written down with the time.',
      ...(fleet.argoCd.instances.some(({ cluster }) => cluster === active.name)
        ? [`An Argo CD runs on ${active.name} and may be lost with it; that of the standby goes on.`]
        : []),
    ]),
  ];
}

function promotions({ documents }: ResolvedFleet): string[] {
  if (documents.promotions.length === 0) return [];
  return [
    '### 3. Promote what the model does not hold',
    'Only after the fence: two writers do more harm than a longer outage. A step that waits for the new roles says so.',
    list(documents.promotions.map(({ name, promote }) => `**${name}**: ${promote}`)),
  ];
}

function failback(fleet: ResolvedFleet, { active, standby }: FailoverPair): string[] {
  return [
    `### 6. Back to ${active.name}`,
    `The inverse, planned, with no loss: not before ${active.name} has been stable for a day, and in a quiet hour.`,
    list([
      `All Applications of ${active.name} are synced and healthy, and its replicas of the data have caught up.`,
      `Stop the writers on ${standby.name} (step 2 with the names exchanged).`,
      ...fleet.documents.promotions.map(({ name, demote }) => `**${name}**: ${demote}`),
      `Then give ${active.name} its role back:`,
    ]),
    commands([
      `seatrial failover ${fleet.name} --to ${active.name}`,
      'git push',
      `argocd app get ${rootName(fleet)} --refresh`,
    ]),
    'By hand, that is the revert of the failover commit:',
    commands([
      `commit=$(git log --format=%H --max-count=1 --grep=${shellWord(failoverMessage(fleet, { active, standby }))})`,
      'git revert --no-edit "$commit"',
      'seatrial compile --check',
    ]),
    'Verify as in step 5, with the names exchanged. Where syncs still run, end them before you push (step 4).',
  ];
}

function notCovered(fleet: ResolvedFleet, pairs: readonly FailoverPair[]): string[] {
  const alone = pairs.flatMap(({ alone: placements, standby }) =>
    placements.map(
      ({ name }) => `\`${name}\` has no counterpart on ${standby.name} and stays down with its cluster.`,
    ),
  );
  const argoCd = fleet.argoCd.instances.map(
    ({ cluster, folder }) =>
      `If ${cluster} is lost, nothing that runs stops, but nothing is synced: install Argo CD elsewhere and apply \`${fleet.tree}/${folder}/root.yaml\` (INITIAL_DEPLOYMENT.md).`,
  );
  return [
    ...alone,
    'The replication of the data itself, and backups: a deletion is replicated too.',
    'Clients that keep an old address longer than its time to live.',
    'The loss of both clusters of a pair at once, of the git repository, of the image registry, or of a secret store.',
    ...argoCd,
  ];
}
