import { defineChart, overrideChart } from '@seatrial/compiler';
import type { Place } from '../../places.ts';
import { alertmanager } from './alertmanager.ts';
import { grafana } from './grafana.ts';

/** Prometheus, Alertmanager and Grafana. */
export const kubePrometheusStack = defineChart({
  repository: 'https://prometheus-community.github.io/helm-charts',
  values: {
    crds: { enabled: true },
    prometheus: {
      prometheusSpec: {
        scrapeInterval: '30s',
        // Every ServiceMonitor, PodMonitor and rule of the cluster, not only those of this release.
        serviceMonitorSelectorNilUsesHelmValues: false,
        podMonitorSelectorNilUsesHelmValues: false,
        ruleSelectorNilUsesHelmValues: false,
        // The agent of a standby writes what it scrapes in here.
        enableRemoteWriteReceiver: true,
        // AMP keeps one of two replicas by these two labels.
        replicaExternalLabelName: '__replica__',
        prometheusExternalLabelNameClear: true,
        resources: { requests: { cpu: '500m', memory: '2Gi' }, limits: { memory: '4Gi' } },
        storageSpec: {
          volumeClaimTemplate: {
            spec: {
              storageClassName: 'gp3',
              accessModes: ['ReadWriteOnce'],
              resources: { requests: { storage: '100Gi' } },
            },
          },
        },
      },
    },
    alertmanager,
    grafana,
    // EKS runs these itself and shows no metrics of them.
    kubeEtcd: { enabled: false },
    kubeControllerManager: { enabled: false },
    kubeScheduler: { enabled: false },
    // These two would make objects in kube-system, where this application has no business.
    kubeProxy: { enabled: false },
    coreDns: { enabled: false },
  },
  definitions: {
    groups: ['monitoring.coreos.com'],
    source: {
      module: 'github.com/prometheus-operator/prometheus-operator',
      version: 'v0.85.0',
      path: 'example/prometheus-operator-crd',
    },
  },
  clusterKinds: [
    'apiextensions.k8s.io/CustomResourceDefinition',
    'rbac.authorization.k8s.io/ClusterRole',
    'rbac.authorization.k8s.io/ClusterRoleBinding',
    'admissionregistration.k8s.io/MutatingWebhookConfiguration',
    'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  ],
});

export const activePrometheus = overrideChart({
  values: { prometheus: { prometheusSpec: { replicas: 2 } } },
});
export const standbyPrometheus = overrideChart({
  values: { prometheus: { prometheusSpec: { replicas: 1 } } },
});

export const prometheusIn = (place: Place) =>
  overrideChart({
    values: {
      prometheus: {
        serviceAccount: { annotations: { 'eks.amazonaws.com/role-arn': place.prometheus_role_arn } },
        prometheusSpec: {
          retention: place.retention.metrics,
          externalLabels: { cluster: place.region, environment: 'prod' },
          remoteWrite: [
            {
              name: 'amp',
              url: place.amp_remote_write_url,
              sigv4: { region: place.region },
              queueConfig: { maxSamplesPerSend: 1000, maxShards: 200, capacity: 2500 },
              // The agent sends its own metrics to AMP itself: once is enough.
              writeRelabelConfigs: [{ sourceLabels: ['collector'], regex: 'grafana-agent', action: 'drop' }],
            },
          ],
        },
      },
    },
  });
