import type { KubernetesObject } from '@seatrial/compiler';
import { kindIndex, type LocatedObject, type RenderedSet, type SyncUnit } from '@seatrial/validator';
import { parseAllDocuments } from 'yaml';
import { cluster, setOf } from '../support/rendered-set.ts';
import { application, ownServer, project } from './texts.ts';

/** The objects of a YAML text. Where a unit is given, that one applies them. */
export function written(
  text: string,
  place: Partial<LocatedObject['place']> = {},
  unit?: string,
): LocatedObject[] {
  return parseAllDocuments(text).map((document) => ({
    object: document.toJS() as KubernetesObject,
    place: { cluster: 'hub', ...place },
    ...(unit === undefined ? {} : { unit }),
  }));
}

/** A unit of the same name for each Application among the objects; `clusters` says where those go that do not stay. */
export function unitsOf(
  objects: readonly LocatedObject[],
  clusters: Readonly<Record<string, string>> = {},
): SyncUnit[] {
  return objects
    .filter(({ object }) => object?.kind === 'Application')
    .map((application) => {
      const given: unknown = application.object.metadata?.name;
      const name = typeof given === 'string' ? given : 'odd';
      return { name, cluster: clusters[name] ?? application.place.cluster, application };
    });
}

const known = [
  ['v1', 'ConfigMap', true],
  ['v1', 'Secret', true],
  ['v1', 'Namespace', false],
  ['apps/v1', 'Deployment', true],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', false],
  ['argoproj.io/v1alpha1', 'Application', true],
  ['argoproj.io/v1alpha1', 'AppProject', true],
] as const;

/** A set on `hub` and `paris`, which know a few kinds. */
export function argoSet(objects: readonly LocatedObject[], more: Partial<RenderedSet> = {}): RenderedSet {
  const kinds = kindIndex(
    known.map(([apiVersion, kind, namespaced]) => ({ apiVersion, kind, namespaced, digest: '' })),
  );
  return setOf(objects, {
    clusters: [cluster('hub', { kinds }), cluster('paris', { kinds })],
    units: unitsOf(objects),
    ...more,
  });
}

/** Applications a and b, with what each applies. */
export function two(
  of: readonly [string, string],
  applied: readonly [readonly string[], readonly string[]],
  more: readonly string[] = [],
): RenderedSet {
  const objects = [...of, ...more].flatMap((text) => written(text));
  const units = unitsOf(objects);
  const theirs = applied.flatMap((texts, at) => texts.flatMap((text) => written(text, {}, ['a', 'b'][at])));
  return argoSet([...objects, ...theirs], { units });
}

/** An Application of a project with this spec, and what it applies. */
export function applying(spec: string, applied: string, options = '[]'): RenderedSet {
  const objects = written(
    `${application(`project: shop, destination: {${ownServer}, namespace: web}, syncPolicy: {syncOptions: ${options}}`)}\n${project(spec)}`,
  );
  return argoSet([...objects, ...written(applied, {}, 'web')], { units: unitsOf(objects) });
}

/** The same set, known to be only a part of what is there. */
export function partOf(set: RenderedSet): RenderedSet {
  return { ...set, clusters: set.clusters.map((each) => ({ ...each, complete: false })) };
}

/** Objects that no cluster would take; no check may stumble over them. */
export const oddObjects: readonly LocatedObject[] = [
  [],
  {},
  { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' },
  { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata: null, spec: null },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 3, namespace: {} },
    spec: 'text',
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'odd', annotations: 'none' },
    spec: { project: 7, sources: { a: 1 }, source: [], destination: 'here', syncPolicy: [] },
  },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: {
      name: 'odd',
      namespace: 'argocd',
      annotations: { 'argocd.argoproj.io/manifest-generate-paths': 4 },
    },
    spec: {
      sources: [null, 'x', { repoURL: 1, path: [], helm: { valueFiles: { a: 1 } } }],
      destination: { name: 1 },
    },
  },
  { apiVersion: 'argoproj.io/v1alpha1', kind: 'ApplicationSet', metadata: null, spec: { generators: 'all' } },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'odd' },
    spec: {
      goTemplate: 'yes',
      generators: [null, 3, { list: null }, { list: { elements: 'x' } }, { git: {} }],
      template: 'x',
    },
  },
  { apiVersion: 'argoproj.io/v1alpha1', kind: 'AppProject', metadata: null, spec: [] },
  {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: { name: 'default' },
    spec: { sourceRepos: 'x', destinations: [null, 3], clusterResourceWhitelist: { a: 1 } },
  },
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'argocd-cm' }, data: [] },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { labels: { 'argocd.argoproj.io/secret-type': 'cluster' } },
    data: { server: 4 },
  },
  { apiVersion: 'constraints.gatekeeper.sh/v1beta1', kind: 3, metadata: {} },
].map((object) => ({ object: object as unknown as KubernetesObject, place: { cluster: 'hub' } }));
