import type { KubernetesObject } from '../../objects/kubernetes-object.ts';
import type { Notifications, SecretReference } from '../../resolved/argo-cd.ts';
import { yamlText } from '../yaml/yaml-text.ts';
import { externalSecret } from './external-secret.ts';
import type { InstanceScope } from './instance-scope.ts';
import { slackService, teamsService, webhookService, type NotifiedEvent } from './notification-triggers.ts';
import { settings } from './settings.ts';

/** What is told of one event: when, and with which words. Templates and triggers are Argo CD's own languages. */
interface Announcement {
  /** Expression (expr-lang) over `app`. */
  readonly when: string;
  /** Go template over `app`. */
  readonly title: string;
  readonly detail: string;
  /** Expression over `app`: told once for each of its values. Absent: each time `when` becomes true. */
  readonly oncePer?: string;
  /** Colour of the message's edge. */
  readonly color: string;
}

/** Once a commit. An Application with several sources has `revisions` and no `revision`. */
const commit =
  '[app.status.operationState?.syncResult?.revision, app.status.operationState?.syncResult?.revisions]';

/** The same for a sync that has no result yet. */
const wantedCommit =
  '[app.status.operationState?.operation?.sync?.revision, app.status.operationState?.operation?.sync?.revisions]';

const announcements: Readonly<Record<NotifiedEvent, Announcement>> = {
  deployed: {
    when: "app.status.operationState?.phase == 'Succeeded' and app.status.health?.status == 'Healthy'",
    title: '{{ .app.metadata.name }} is deployed and healthy',
    detail: '{{ .app.status.operationState.message }}',
    oncePer: commit,
    color: '#18be52',
  },
  'health-degraded': {
    when: "app.status.health?.status == 'Degraded'",
    title: '{{ .app.metadata.name }} is degraded',
    detail: 'Look at the resources that are not healthy.',
    color: '#f4c030',
  },
  'sync-failed': {
    when: "app.status.operationState?.phase in ['Error', 'Failed']",
    title: 'The sync of {{ .app.metadata.name }} failed',
    detail: '{{ .app.status.operationState.message }}',
    oncePer: commit,
    color: '#e96d76',
  },
  'sync-running': {
    when: "app.status.operationState?.phase == 'Running'",
    title: '{{ .app.metadata.name }} is syncing',
    detail: 'Started at {{ .app.status.operationState.startedAt }}.',
    oncePer: wantedCommit,
    color: '#0dadea',
  },
  'sync-succeeded': {
    when: "app.status.operationState?.phase == 'Succeeded'",
    title: '{{ .app.metadata.name }} is synced',
    detail: '{{ .app.status.operationState.message }}',
    oncePer: commit,
    color: '#18be52',
  },
};

const link = '{{ .context.argocdUrl }}/applications/{{ .app.metadata.name }}';

/** `argocd-notifications-cm`: services, and a trigger and a template for each event that is told. */
export function notificationSettings(scope: InstanceScope, notifications: Notifications): KubernetesObject {
  const { slack, teams, webhook, on } = notifications;
  const data: Record<string, string> = {};
  if (slack !== undefined) data[`service.${slackService}`] = yamlText({ token: `$${slack.tokenKey}` });
  if (teams !== undefined) {
    data[`service.${teamsService}`] = yamlText({
      recipientUrls: { [teams.recipient]: `$${teams.webhookKey}` },
    });
  }
  if (webhook !== undefined) {
    data[`service.${webhookService}`] = yamlText({
      url: `$${webhook.urlKey}`,
      headers: [{ name: 'Content-Type', value: 'application/json' }],
    });
  }
  for (const event of on) data[`template.app-${event}`] = template(event, notifications);
  for (const event of on) {
    const { when, oncePer } = announcements[event];
    data[`trigger.on-${event}`] = yamlText([{ when, oncePer, send: [`app-${event}`] }]);
  }
  return settings(scope, 'argocd-notifications-cm', data);
}

function template(event: NotifiedEvent, { slack, teams, webhook }: Notifications): string {
  const { title, detail, color } = announcements[event];
  const attachment = `[{"title": {{ toJson .app.metadata.name }}, "title_link": "${link}", "color": "${color}"}]\n`;
  const action = `[{"@type": "OpenUri", "name": "Open", "targets": [{"os": "default", "uri": "${link}"}]}]\n`;
  return yamlText({
    message: `${title}. ${detail}\n${link}\n`,
    ...(slack === undefined ? {} : { slack: { attachments: attachment } }),
    ...(teams === undefined ? {} : { [teamsService]: { title, text: detail, potentialAction: action } }),
    ...(webhook === undefined
      ? {}
      : { webhook: { [webhookService]: { method: 'POST', body: webhookBody(event) } } }),
  });
}

function webhookBody(event: NotifiedEvent): string {
  const fields = {
    event: JSON.stringify(event),
    application: '{{ toJson .app.metadata.name }}',
    sync: '{{ toJson .app.status.sync.status }}',
    health: '{{ toJson .app.status.health.status }}',
    link: `"${link}"`,
  };
  const members = Object.entries(fields).map(([name, value]) => `${JSON.stringify(name)}: ${value}`);
  return `{${members.join(', ')}}\n`;
}

/**
 * Fills the Secret that Argo CD's installation brings: merged, because that Secret has an owner already, and in the
 * last wave, because no application is to wait for the means to tell of it.
 */
export function notificationSecret(
  scope: InstanceScope,
  notifications: Notifications,
  secret: SecretReference,
): KubernetesObject {
  const keys = [
    notifications.slack?.tokenKey,
    notifications.teams?.webhookKey,
    notifications.webhook?.urlKey,
  ];
  const last = Math.max(...scope.applications.map(({ wave }) => wave));
  return externalSecret(
    scope,
    'argocd-notifications-secret',
    secret.store,
    {
      target: { name: 'argocd-notifications-secret', creationPolicy: 'Merge', deletionPolicy: 'Retain' },
      data: keys
        .filter((key) => key !== undefined)
        .map((key) => ({
          secretKey: key,
          remoteRef: {
            key: secret.from,
            property: key,
            conversionStrategy: 'Default',
            decodingStrategy: 'None',
            metadataPolicy: 'None',
          },
        })),
    },
    last + 1,
  );
}
