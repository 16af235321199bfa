import { posix } from 'node:path';
import { expandApplicationSet, pathFrom, textAt, type LocatedObject } from '@seatrial/validator';
import { argoUnit } from '../engines/argo-unit.ts';
import { isKind } from '../engines/engine-kinds.ts';
import { fluxUnit } from '../engines/flux-unit.ts';
import type { Surroundings } from '../engines/surroundings.ts';
import type { Unit } from '../engines/unit.ts';
import { isBelow } from '../files/repository.ts';

/** The units that an object makes an engine sync; none for an object of no engine. */
export function unitsOfObject(located: LocatedObject, by: Unit, around: Surroundings): readonly Unit[] {
  const { object } = located;
  if (isKind(object, 'kustomize.toolkit.fluxcd.io', 'Kustomization'))
    return [fluxUnit(by.engine === 'flux' ? located : onFluxCluster(located), around)];
  if (isKind(object, 'argoproj.io', 'Application')) return [argoUnit(located, around)];
  if (isKind(object, 'helm.toolkit.fluxcd.io', 'HelmRelease')) return [helmUnit(located)];
  if (isKind(object, 'argoproj.io', 'ApplicationSet')) return unitsOfSet(located, around);
  return [];
}

function unitsOfSet(located: LocatedObject, around: Surroundings): readonly Unit[] {
  const { repository: _, ...rest } = around;
  const { applications, problems, notExpanded } = expandApplicationSet(located, {
    repository: rest.view,
    clusters: rest.registered,
  });
  const title = `ApplicationSet ${textAt(located.object, 'metadata', 'name') ?? ''}`;
  const reasons = [
    ...notExpanded.map(({ reason }) => reason),
    ...problems.map(({ clause }) => clause),
    ...(applications.length + notExpanded.length + problems.length === 0
      ? ['the generators yield nothing here']
      : []),
  ];
  const open: Unit = {
    ...emptyUnit(`${title} of ${located.place.cluster}`, located.place.cluster),
    engine: 'argo-cd',
    notRendered: reasons.map((reason) => ({ kind: 'generator', what: title, reason })),
  };
  return [
    ...applications.map((application) => argoUnit(application, around)),
    ...(reasons.length > 0 ? [open] : []),
  ];
}

/** A chart that Flux installs: what it holds is not rendered. */
function helmUnit({ object, place }: LocatedObject): Unit {
  const own = textAt(object, 'metadata', 'namespace') ?? 'default';
  const title = `HelmRelease ${own}/${textAt(object, 'metadata', 'name') ?? ''}`;
  const chart =
    textAt(object, 'spec', 'chart', 'spec', 'chart') ?? textAt(object, 'spec', 'chartRef', 'name') ?? '';
  const namespaces = [textAt(object, 'spec', 'targetNamespace') ?? own];
  return {
    ...emptyUnit(`${title} of ${place.cluster}`, place.cluster),
    engine: 'flux',
    notRendered: [{ kind: 'helm', what: `the ${title}`, reason: `Helm chart ${chart}`, namespaces }],
  };
}

function emptyUnit(name: string, cluster: string): Omit<Unit, 'engine'> {
  return { name, cluster, contents: [], notRendered: [], findings: [] };
}

/**
 * A Kustomization that no other one brings begins a cluster: the folder that it syncs when it stands in there (what
 * `flux bootstrap` writes), else the folder that it stands in.
 */
function onFluxCluster(located: LocatedObject): LocatedObject {
  const file = located.place.source?.file;
  if (file === undefined) return located;
  const folder = posix.dirname(file);
  const synced = pathFrom('.', textAt(located.object, 'spec', 'path') ?? './');
  const cluster = synced !== undefined && synced !== '.' && isBelow(folder, synced) ? synced : folder;
  return { ...located, place: { ...located.place, cluster } };
}
