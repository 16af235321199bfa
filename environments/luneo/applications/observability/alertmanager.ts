/** The Secret that an ExternalSecret of this application fills; Alertmanager mounts it. */
export const alertmanagerSecret = 'alertmanager-notifications';
const folder = `/etc/alertmanager/secrets/${alertmanagerSecret}`;

/** Every alert goes to Slack `#sre`; a critical one also pages somebody through PagerDuty. */
export const alertmanager = {
  alertmanagerSpec: {
    replicas: 2,
    secrets: [alertmanagerSecret],
    storage: {
      volumeClaimTemplate: {
        spec: {
          storageClassName: 'gp3',
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '5Gi' } },
        },
      },
    },
  },
  config: {
    global: { resolve_timeout: '5m' },
    route: {
      receiver: 'slack-sre',
      group_by: ['cluster', 'namespace', 'alertname'],
      group_wait: '30s',
      group_interval: '5m',
      repeat_interval: '4h',
      routes: [
        // It always fires, so that its absence can be noticed elsewhere.
        { receiver: 'none', matchers: ['alertname =~ "Watchdog|InfoInhibitor"'] },
        { receiver: 'pagerduty', matchers: ['severity = "critical"'], continue: true },
        // Without this one, a critical alert would stop at PagerDuty.
        { receiver: 'slack-sre' },
      ],
    },
    inhibit_rules: [
      {
        source_matchers: ['severity = "critical"'],
        target_matchers: ['severity = "warning"'],
        equal: ['cluster', 'namespace', 'alertname'],
      },
    ],
    receivers: [
      { name: 'none' },
      {
        name: 'slack-sre',
        slack_configs: [
          {
            channel: '#sre',
            api_url_file: `${folder}/slack-webhook-url`,
            send_resolved: true,
            title: '[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }} ({{ .CommonLabels.cluster }})',
            text: '{{ range .Alerts }}{{ .Annotations.summary }}\n{{ .Annotations.description }}\n{{ end }}',
          },
        ],
      },
      {
        name: 'pagerduty',
        pagerduty_configs: [
          {
            routing_key_file: `${folder}/pagerduty-routing-key`,
            severity: 'critical',
            description:
              '{{ .CommonLabels.alertname }} ({{ .CommonLabels.cluster }}): {{ .CommonAnnotations.summary }}',
            send_resolved: true,
          },
        ],
      },
    ],
  },
};
