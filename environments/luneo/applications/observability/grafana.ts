/** The Secret with Grafana's administrator, filled by an ExternalSecret of this application. */
export const grafanaSecret = 'grafana-admin';

/** Grafana shows the metrics, logs and traces of its own region; dashboards come as ConfigMaps (../../dashboards). */
export const grafana = {
  admin: { existingSecret: grafanaSecret, userKey: 'admin-user', passwordKey: 'admin-password' },
  sidecar: {
    dashboards: {
      enabled: true,
      label: 'grafana_dashboard',
      labelValue: '1',
      folderAnnotation: 'grafana_folder',
    },
    datasources: { uid: 'prometheus' },
  },
  additionalDataSources: [
    {
      name: 'Loki',
      uid: 'loki',
      type: 'loki',
      access: 'proxy',
      url: 'http://loki-distributed-gateway.observability.svc.cluster.local',
      jsonData: {
        // From a log line to its trace.
        derivedFields: [
          {
            name: 'trace_id',
            matcherRegex: '"trace_id":"(\\w+)"',
            datasourceUid: 'tempo',
            url: '$${__value.raw}',
          },
        ],
      },
    },
    {
      name: 'Tempo',
      uid: 'tempo',
      type: 'tempo',
      access: 'proxy',
      url: 'http://tempo.observability.svc.cluster.local:3200',
      // And from a trace to its log lines.
      jsonData: {
        tracesToLogsV2: { datasourceUid: 'loki', tags: [{ key: 'service.name', value: 'service' }] },
      },
    },
  ],
};
