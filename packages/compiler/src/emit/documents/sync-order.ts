import { ordersApplications, projectName, startWave, type InstanceScope } from '../argo-cd/index.ts';
import { commands, list, table } from './markdown.ts';

/** The step that follows the sync, wave by wave. */
export function syncOrder(scope: InstanceScope): string[] {
  const { applications, placements } = scope;
  const inOrder = applications
    .map((application) => ({ ...application, wave: startWave(scope, application) }))
    .sort((left, right) => left.wave - right.wave);
  const rows = inOrder.map(({ name, wave, after }) => [
    String(wave),
    name,
    after.join(', '),
    placements
      .filter(({ application }) => application === name)
      .map(
        ({ cluster, environment, sync }) => `${cluster} (${environment}${sync.automated ? '' : ', by hand'})`,
      )
      .join(', '),
  ]);
  const windowed = placements.filter(({ windows }) => windows.length > 0);
  const secrets = placements.filter(({ charts }) =>
    charts.some(({ definitions }) => definitions?.groups.includes('external-secrets.io') === true),
  );
  return [
    '### 5. Follow the order',
    ordersApplications(scope)
      ? 'A wave begins when the Applications of the wave before it are healthy.'
      : 'All Applications start at once; none waits for another one.',
    table(['Wave', 'Application', 'Waits for', 'Clusters'], rows),
    ...(secrets.length === 0
      ? []
      : [
          `External Secrets comes first: nothing that reads a secret becomes healthy before ${secrets.map(({ name }) => `\`${name}\``).join(', ')}. The cloud roles of its service accounts must exist by then.`,
        ]),
    ...(windowed.length === 0
      ? []
      : [
          'Sync windows apply:',
          list(
            windowed.flatMap(({ name, windows }) =>
              windows.map(
                ({ kind, schedule, duration, timeZone, manualSync }) =>
                  `\`${name}\`: ${kind} at \`${schedule}\` (${timeZone}) for ${duration}${manualSync ? ', a sync by hand is always possible' : ''}`,
              ),
            ),
          ),
        ]),
    'One line at a time; each one ends when the application is healthy everywhere:',
    commands(inOrder.flatMap(({ name }) => follow(scope, name))),
  ];
}

/** Starts what waits for a person, and waits for all Applications of an application, whose project they share. */
function follow({ fleet, placements }: InstanceScope, application: string): string[] {
  const byHand = placements.filter((each) => each.application === application && !each.sync.automated);
  return [
    ...(byHand.length === 0 ? [] : [`argocd app sync ${byHand.map(({ name }) => name).join(' ')}`]),
    `argocd app wait --sync --health --timeout 900 $(argocd app list --project ${projectName(fleet, application)} --output name)`,
  ];
}
