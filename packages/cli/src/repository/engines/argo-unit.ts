import { fieldAt, listAt, pathFrom, textAt, type LocatedObject } from '@seatrial/validator';
import { isBelow } from '../files/repository.ts';
import { argoDirectory } from './argo-directory.ts';
import { argoKustomizeEdit } from './argo-kustomize-edit.ts';
import type { Content } from '../render/content.ts';
import type { Surroundings } from './surroundings.ts';
import type { Unit, UnitNotRendered } from './unit.ts';

/** What an Argo CD Application syncs. The cluster of its place is the one that Argo CD itself is on. */
export function argoUnit(application: LocatedObject, around: Surroundings): Unit {
  const { object, place } = application;
  const namespace = textAt(object, 'metadata', 'namespace') ?? 'argocd';
  const title = `Application ${namespace}/${textAt(object, 'metadata', 'name') ?? ''}`;
  const target = textAt(object, 'spec', 'destination', 'namespace');
  const contents: Content[] = [];
  const notRendered: UnitNotRendered[] = [];
  const alsoReads: string[] = [];
  for (const source of sourcesOf(object)) {
    const read = contentOf(source, around);
    if (read === undefined) continue;
    if (!('kind' in read)) {
      contents.push(read);
      continue;
    }
    const { folder, ...reason } = read;
    const namespaces = target === undefined ? {} : { namespaces: [target] };
    notRendered.push({ what: `the ${title}`, ...reason, ...namespaces });
    if (folder !== undefined)
      alsoReads.push(...around.repository.files.filter((file) => isBelow(file, folder)));
  }
  return {
    name: `${title} of ${place.cluster}`,
    engine: 'argo-cd',
    cluster: clusterOf(application, around),
    ...(target === undefined ? {} : { namespace: target }),
    application,
    contents,
    alsoReads,
    notRendered,
    findings: [],
  };
}

function sourcesOf(object: unknown): readonly unknown[] {
  const several = listAt(object, 'spec', 'sources');
  if (several.length > 0) return several;
  const hydrated = fieldAt(object, 'spec', 'sourceHydrator', 'drySource');
  const one = fieldAt(object, 'spec', 'source') ?? hydrated;
  return one === undefined ? [] : [one];
}

const inCluster = 'https://kubernetes.default.svc';

/** Name of the destination; the hub's own cluster has the name of the place where the Application is. */
function clusterOf({ object, place }: LocatedObject, { registered }: Surroundings): string {
  const name = textAt(object, 'spec', 'destination', 'name');
  const server = textAt(object, 'spec', 'destination', 'server')?.replace(/\/$/, '');
  if (name === 'in-cluster' || server === inCluster || (name ?? server ?? '') === '') return place.cluster;
  return name ?? registered.find((one) => one.server === server)?.name ?? server ?? place.cluster;
}

interface Gap extends Pick<UnitNotRendered, 'kind' | 'reason' | 'chart'> {
  /** The folder of this repository that something reads which is not run here. */
  readonly folder?: string;
}

/** What a source yields; undefined: nothing of its own, it only lends its files to another source. */
function contentOf(source: unknown, around: Surroundings): Content | Gap | undefined {
  const chart = textAt(source, 'chart');
  if (chart !== undefined && chart !== '') return { kind: 'helm', reason: `Helm chart ${chart}` };
  const path = textAt(source, 'path');
  if (path === undefined || path === '') {
    if (textAt(source, 'ref') !== undefined) return undefined;
    return { kind: 'elsewhere', reason: 'the source has no path' };
  }
  const url = textAt(source, 'repoURL') ?? '';
  if (!around.view.isThis(url)) return { kind: 'elsewhere', reason: `another repository is synced: ${url}` };
  const folder = pathFrom('.', path.replace(/^\/+/, ''));
  if (folder === undefined || !around.repository.hasFolder(folder))
    return { kind: 'broken', reason: `the path ${path} is not in this repository` };
  if (fieldAt(source, 'plugin') !== undefined)
    return { kind: 'plugin', reason: 'a plugin makes the objects', folder };
  if (fieldAt(source, 'helm') !== undefined || around.isChart(folder))
    return { kind: 'helm', reason: `Helm chart ${folder}`, chart: folder };
  const kustomize = fieldAt(source, 'kustomize');
  const isDirectory = fieldAt(source, 'directory') !== undefined && kustomize === undefined;
  if (!isDirectory && (around.graph.at(folder) !== undefined || kustomize !== undefined)) {
    const edit = argoKustomizeEdit(kustomize, folder, around);
    return { folder, ...(edit === undefined ? {} : { edit }) };
  }
  return argoDirectory(fieldAt(source, 'directory'), folder, around);
}
