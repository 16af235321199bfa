import type { KubernetesObject } from '@seatrial/compiler';
import type { RenderedCluster } from '@seatrial/validator';
import type { ClusterCheck } from '../../../src/check/check.ts';
import { runChecks } from '../../../src/check/run-checks.ts';
import { setView } from '../../../src/rendered/set-view.ts';
import { located } from '../../support/objects.ts';
import { cluster, setOf } from '../../support/rendered-set.ts';
import { runClusterCheck } from '../../support/run-check.ts';

/** What a check says of a cluster with these objects: findings as `run-check.ts` shows them, gaps as `? reason`. */
export function told(
  check: ClusterCheck,
  objects: readonly unknown[],
  more: Partial<RenderedCluster> = {},
): readonly string[] {
  const { findings, notChecked } = runClusterCheck(check, clusterOf(objects, more));
  return [...findings, ...notChecked.map((gap) => `? ${gap}`)];
}

/** The hints of what a check finds. */
export function hints(check: ClusterCheck, objects: readonly unknown[]): readonly string[] {
  const view = setView(clusterOf(objects, {})).views.get('paris');
  return view === undefined ? [] : runChecks([check], view).findings.map(({ hint }) => hint);
}

function clusterOf(objects: readonly unknown[], more: Partial<RenderedCluster>) {
  return setOf(
    objects.map((object) => located(object)),
    { clusters: [cluster('paris', more)] },
  );
}

/** An object in the namespace shop; `fields` are its other top-level fields. */
export function object(
  apiVersion: string,
  kind: string,
  name: string,
  fields: Readonly<Record<string, unknown>> = {},
  metadata: Readonly<Record<string, unknown>> = {},
): KubernetesObject {
  return { apiVersion, kind, metadata: { name, namespace: 'shop', ...metadata }, ...fields };
}

/** A cluster-scoped object. */
export function clusterObject(
  apiVersion: string,
  kind: string,
  name: string,
  fields: Readonly<Record<string, unknown>> = {},
): KubernetesObject {
  return { apiVersion, kind, metadata: { name }, ...fields };
}

/** A workload whose pods have the label `app` with its name; `pod` are fields of the pod spec. */
export function workload(
  name: string,
  pod: Readonly<Record<string, unknown>> = {},
  spec: Readonly<Record<string, unknown>> = {},
  kind = 'apps/v1/Deployment',
): KubernetesObject {
  const cut = kind.lastIndexOf('/');
  return object(kind.slice(0, cut), kind.slice(cut + 1), name, {
    spec: {
      ...spec,
      template: { metadata: { labels: { app: name } }, spec: { containers: [container()], ...pod } },
    },
  });
}

/** The container `main` with a port http; `fields` replace or add. */
export function container(fields: Readonly<Record<string, unknown>> = {}) {
  return {
    name: 'main',
    image: 'registry.example/main:1',
    ports: [{ name: 'http', containerPort: 8080 }],
    ...fields,
  };
}

/** A Service of that name that selects `app: <selected>`. */
export function service(
  name: string,
  selected: string = name,
  ports: readonly unknown[] = [{ name: 'http', port: 80, targetPort: 'http' }],
): KubernetesObject {
  return object(
    'v1',
    'Service',
    name,
    { spec: { selector: { app: selected }, ports } },
    { labels: { app: name } },
  );
}
