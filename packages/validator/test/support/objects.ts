import type { KubernetesObject } from '@seatrial/compiler';
import type { LocatedObject } from '@seatrial/validator';

/** A Deployment that is valid; `spec` is merged over its spec. */
export function deployment(name: string, spec: Readonly<Record<string, unknown>> = {}): KubernetesObject {
  const labels = { 'app.kubernetes.io/name': name };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: 'shop', labels },
    spec: {
      replicas: 2,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            { name: 'app', image: 'registry.example/shop/api:1.4.2', ports: [{ containerPort: 8080 }] },
          ],
        },
      },
      ...spec,
    },
  };
}

export function configMap(name: string, data: Readonly<Record<string, unknown>> = {}): KubernetesObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' }, data };
}

/** An object of any shape, also of a wrong one. */
export function located(object: unknown, cluster = 'paris'): LocatedObject {
  return {
    object: object as KubernetesObject,
    place: { fleet: 'shop', cluster, environment: 'prod', application: 'api' },
  };
}
