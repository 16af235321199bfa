import { readFileSync } from 'node:fs';
import { defineChart, overrideChart } from '@seatrial/compiler';
import type { Place } from '../../places.ts';

/** Collects logs, metrics and traces on every node and sends them to Loki, AMP and Tempo. */
export const grafanaAgent = defineChart({
  repository: 'https://grafana.github.io/helm-charts',
  values: {
    crds: { create: false },
    controller: { type: 'daemonset' },
    agent: {
      mode: 'flow',
      enableReporting: false,
      configMap: { content: readFileSync(new URL('grafana-agent.river', import.meta.url), 'utf8') },
      // The journal of the node, for the kubelet's log.
      mounts: { varlog: true },
      extraPorts: [
        { name: 'otlp-grpc', port: 4317, targetPort: 4317, protocol: 'TCP' },
        { name: 'otlp-http', port: 4318, targetPort: 4318, protocol: 'TCP' },
      ],
      resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '1Gi' } },
    },
    serviceMonitor: { enabled: true },
  },
  clusterKinds: ['rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/ClusterRoleBinding'],
});

/** The configuration is the same everywhere and reads these. */
export const grafanaAgentIn = (place: Place) =>
  overrideChart({
    values: {
      serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': place.grafana_agent_role_arn } },
      agent: {
        extraEnv: [
          { name: 'CLUSTER', value: place.region },
          { name: 'AWS_REGION', value: place.region },
          { name: 'AMP_REMOTE_WRITE_URL', value: place.amp_remote_write_url },
          { name: 'NODE_NAME', valueFrom: { fieldRef: { fieldPath: 'spec.nodeName' } } },
        ],
      },
    },
  });
