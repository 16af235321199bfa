import type { Notifications } from '../../resolved/argo-cd.ts';

export type NotifiedEvent = Notifications['on'][number];

/** Service names as `argocd-notifications-cm` spells them. Microsoft retired the connectors behind plain `teams`. */
export const slackService = 'slack';
export const teamsService = 'teams-workflows';
export const webhookService = 'webhook';

/** Annotations that subscribe one Application to what the fleet is told about. */
export function subscriptions(notifications: Notifications): Record<string, string> {
  const recipients = [
    ...(notifications.slack === undefined ? [] : [[slackService, notifications.slack.channel] as const]),
    ...(notifications.teams === undefined ? [] : [[teamsService, notifications.teams.recipient] as const]),
    // A webhook has no recipients: its service is the address.
    ...(notifications.webhook === undefined ? [] : [[webhookService, ''] as const]),
  ];
  return Object.fromEntries(
    notifications.on.flatMap((event) =>
      recipients.map(([service, recipient]) => [
        `notifications.argoproj.io/subscribe.on-${event}.${service}`,
        recipient,
      ]),
    ),
  );
}
