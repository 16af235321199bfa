/** Traces go to the agent of the same cluster, and from there to that cluster's Tempo. */
export function telemetry(service: string) {
  return {
    OTEL_SERVICE_NAME: service,
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://grafana-agent.observability.svc.cluster.local:4317',
    OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
  };
}

/**
 * How a standby is scraped: the agent finds these annotations and writes to the Prometheus of the same region, whose
 * retention is short. The active one is scraped by the ServiceMonitors of its own Prometheus instead.
 */
export function scrapedByAgent(path = '/metrics') {
  return { 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9464', 'prometheus.io/path': path };
}

/** Who may come and go, for the network policies of more than one workload. */
export const peers = {
  observability: { namespace: 'observability', ports: ['metrics'] },
  agent: { namespace: 'observability', ports: [4317] },
  /** The world's HTTPS, without the nodes' metadata service. */
  https: { cidr: '0.0.0.0/0', except: ['169.254.169.254/32'], ports: [443] },
};
