import type { FleetModel, KubernetesObject, Placement, ResolvedFleet } from '@seatrial/compiler';
import { isHook } from '../trial/differences/placement-objects.ts';
import { overrideOnCluster } from './override-on-cluster.ts';
import type { Settings } from './with-application.ts';
import type { Spot } from './with-spare-objects.ts';

/** Annotation by which a commit changes one object and nothing that runs. */
export const markAnnotation = 'seatrial/mark';

export interface Mark extends Spot {
  readonly value: string;
}

/** The model with one object changed in every placement of each mark's spot, and nothing in any other placement. */
export function withMarks(model: FleetModel, fleet: ResolvedFleet, marks: readonly Mark[]): FleetModel {
  return marks.reduce(
    (changed, mark) => overrideOnCluster(changed, mark.application, mark.cluster, markOf(model, fleet, mark)),
    model,
  );
}

/** An annotation; where all objects come from charts, a value: the chart's objects show that it arrived. */
function markOf(model: FleetModel, fleet: ResolvedFleet, mark: Mark): Settings {
  const placements = placementsAt(fleet, mark);
  const object = objectToMark(model, placements, mark.application);
  const [chart] = placements.flatMap(({ charts }) => charts);
  if (object !== undefined)
    return {
      patches: {
        [nameOf(object)]: { metadata: { annotations: { [markAnnotation]: mark.value } } },
      },
    };
  if (chart === undefined)
    throw new Error(
      `${mark.application} has nothing on ${mark.cluster} that a commit could change in passing`,
    );
  return { charts: { [chart.component]: { values: { seatrialMark: mark.value } } } };
}

export function placementsAt(fleet: ResolvedFleet, { application, cluster }: Spot): Placement[] {
  return fleet.placements.filter((one) => one.application === application && one.cluster === cluster);
}

/** Kinds whose annotations nothing reacts to, best first; then any other. */
const calmKinds = ['ConfigMap', 'ServiceAccount', 'NetworkPolicy', 'PodDisruptionBudget', 'Service'];
/** A change of these makes something run again, or is not to be touched in passing. */
const livelyKinds = new Set(['Job', 'CustomResourceDefinition', 'Secret']);

/** An object that each of these placements has, and that the model patches nowhere yet; absent: there is none. */
function objectToMark(
  model: FleetModel,
  placements: readonly Placement[],
  application: string,
): KubernetesObject | undefined {
  const [first, ...others] = placements;
  const patched = patchedIn(model.applications[application]);
  const fit = (first?.objects ?? []).filter(
    ({ object, foreignBase }) =>
      foreignBase === undefined &&
      !isHook(object) &&
      !livelyKinds.has(object.kind) &&
      !patched.has(nameOf(object)) &&
      others.every((other) => other.objects.some((its) => nameOf(its.object) === nameOf(object))),
  );
  const rank = ({ kind }: KubernetesObject): number => {
    const place = calmKinds.indexOf(kind);
    return place === -1 ? calmKinds.length : place;
  };
  return fit.map(({ object }) => object).toSorted((one, two) => rank(one) - rank(two))[0];
}

function nameOf(object: KubernetesObject): string {
  return `${object.kind}/${object.metadata.name}`;
}

/** `Kind/name` of everything that a patch of the application, or of an override of it, changes. */
function patchedIn(settings: FleetModel['applications'][string] | undefined): Set<string> {
  const layers: unknown[] = [
    settings,
    ...Object.values(settings?.perEnvironment ?? {}),
    ...Object.values(settings?.perRole ?? {}),
    ...Object.values(settings?.perCluster ?? {}),
  ];
  return new Set(
    layers.flatMap((layer) => Object.keys((layer as { patches?: object } | undefined)?.patches ?? {})),
  );
}
