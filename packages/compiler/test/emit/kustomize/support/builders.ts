import type { KubernetesObject } from '../../../../src/objects/kubernetes-object.ts';
import type { ResolvedApplication } from '../../../../src/resolved/application.ts';
import type { ResolvedChart } from '../../../../src/resolved/chart.ts';
import type { ResolvedFleet } from '../../../../src/resolved/fleet.ts';
import type { ResolvedObject } from '../../../../src/resolved/object.ts';
import type { Placement } from '../../../../src/resolved/placement.ts';

type Json = Record<string, unknown>;

/** A resolved fleet with what the Kustomize emitter reads of it. */
export function fleet(
  applications: readonly ResolvedApplication[],
  placements: readonly Placement[],
): ResolvedFleet {
  return {
    name: 'luneo',
    repository: 'https://git.example/luneo/fleet.git',
    engine: 'argo-cd',
    tree: 'clusters/luneo',
    clusters: [],
    applications: [...applications],
    placements: [...placements],
    failover: [],
    argoCd: { namespace: 'argocd', instances: [], applicationSets: [], repositories: [] },
    documents: { externalSecrets: [], hosts: [], promotions: [] },
  };
}

export function application(
  base: readonly ResolvedObject[],
  more: Partial<ResolvedApplication> = {},
): ResolvedApplication {
  return {
    name: 'api',
    namespace: 'luneo',
    base: [...base],
    foreignBases: [],
    chartValues: {},
    after: [],
    wave: 0,
    ...more,
  };
}

export function placement(
  cluster: string,
  objects: readonly ResolvedObject[],
  more: Partial<Placement> = {},
): Placement {
  const { application: of = 'api' } = more;
  return {
    name: `${of}-prod-${cluster}`,
    application: of,
    environment: 'prod',
    cluster,
    namespace: 'luneo',
    revision: 'main',
    folder: `${cluster}/prod/${of}`,
    objects: [...objects],
    charts: [],
    sync: {} as Placement['sync'],
    windows: [],
    ...more,
  };
}

export function chart(component: string, values: Json): ResolvedChart {
  return {
    component,
    source: { repository: 'https://charts.example', chart: component, version: '1.0.0' },
    release: component,
    values,
  };
}

export function of(component: string, ...objects: readonly KubernetesObject[]): ResolvedObject[] {
  return objects.map((object) => ({ object, component }));
}

/** What a case changes of an object: maps merge, everything else replaces, undefined removes. */
export function but<T>(value: T, changes: Json): T {
  const merged: Json = { ...(value as Json) };
  for (const [key, change] of Object.entries(changes)) {
    const old = merged[key];
    const isMap = (it: unknown) => typeof it === 'object' && it !== null && !Array.isArray(it);
    if (change === undefined) delete merged[key];
    else merged[key] = isMap(change) && isMap(old) ? but(old, change as Json) : change;
  }
  return merged as T;
}

const labels = { 'app.kubernetes.io/name': 'api', 'app.kubernetes.io/part-of': 'luneo' };

export function object(apiVersion: string, kind: string, name: string, fields: Json = {}): KubernetesObject {
  return { apiVersion, kind, metadata: { name, namespace: 'luneo', labels }, ...fields };
}

export const container = {
  name: 'api',
  image: 'registry.example/luneo/api',
  args: ['--port=8080'],
  ports: [{ name: 'http', containerPort: 8080 }],
  env: [
    { name: 'LOG_LEVEL', value: 'info' },
    { name: 'REGION', value: 'none' },
  ],
  resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '256Mi' } },
};

export function deployment(changes: { container?: Json; pod?: Json; spec?: Json } = {}): KubernetesObject {
  return object('apps/v1', 'Deployment', 'api', {
    spec: {
      replicas: 2,
      selector: { matchLabels: { 'app.kubernetes.io/name': 'api' } },
      template: {
        metadata: { labels },
        spec: { containers: [{ ...container, ...changes.container }], ...changes.pod },
      },
      ...changes.spec,
    },
  });
}

export const service = object('v1', 'Service', 'api', {
  spec: {
    selector: { 'app.kubernetes.io/name': 'api' },
    ports: [{ name: 'http', port: 80, targetPort: 'http' }],
  },
});

export function ingress(host: string): KubernetesObject {
  const backend = { service: { name: 'api', port: { name: 'http' } } };
  return object('networking.k8s.io/v1', 'Ingress', 'api', {
    spec: {
      ingressClassName: 'alb',
      rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }],
    },
  });
}

/** The objects in another namespace. */
export function inNamespace(namespace: string, objects: readonly ResolvedObject[]): ResolvedObject[] {
  return objects.map((resolved) => ({
    ...resolved,
    object: { ...resolved.object, metadata: { ...resolved.object.metadata, namespace } },
  }));
}

/** The objects with further labels, in their pod templates too. */
export function labelled(more: Record<string, string>, objects: readonly ResolvedObject[]): ResolvedObject[] {
  return objects.map((resolved) => {
    const { metadata, spec } = resolved.object as KubernetesObject & {
      spec?: { template?: { metadata?: Json } };
    };
    const template = spec?.template?.metadata;
    return {
      ...resolved,
      object: {
        ...resolved.object,
        metadata: { ...metadata, labels: { ...metadata.labels, ...more } },
        ...(template && { spec: but(spec, { template: { metadata: { labels: more } } }) }),
      },
    };
  });
}
