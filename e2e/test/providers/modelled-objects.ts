import type { KubernetesObject } from '@seatrial/compiler';

const namespace = 'default';
const meta = (name: string): { name: string; namespace: string } => ({ name, namespace });
const pod = (image: string): object => ({
  containers: [{ name: 'main', image, resources: { requests: { cpu: '10m' } } }],
});

export const deployment = (name: string, image: string): KubernetesObject => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: meta(name),
  spec: {
    selector: { matchLabels: { app: name } },
    template: { metadata: { labels: { app: name } }, spec: pod(image) },
  },
});

export const job = (name: string, image: string): KubernetesObject => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: meta(name),
  spec: { backoffLimit: 0, template: { spec: { ...pod(image), restartPolicy: 'Never' } } },
});

export const autoscaler = (target: string, minReplicas: number): KubernetesObject => ({
  apiVersion: 'autoscaling/v2',
  kind: 'HorizontalPodAutoscaler',
  metadata: meta(target),
  spec: {
    minReplicas,
    maxReplicas: minReplicas + 2,
    scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: target },
    metrics: [
      {
        type: 'Resource',
        resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 70 } },
      },
    ],
  },
});

export const loadBalancer = (name: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: meta(name),
  spec: { type: 'LoadBalancer', ports: [{ port: 80 }], selector: { app: name } },
});

export const ingress = (name: string): KubernetesObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: meta(name),
  spec: { defaultBackend: { service: { name, port: { number: 80 } } } },
});

export const claim = (name: string, storageClassName: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: meta(name),
  spec: { storageClassName, accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
});
