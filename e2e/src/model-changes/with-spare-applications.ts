import type { FleetModel } from '@seatrial/compiler';
import { withApplication } from './with-application.ts';

/** An application that no fleet needs, to be taken away as a whole. */
export interface SpareApplication {
  readonly name: string;
  /** The ApplicationSet that generates it; absent: its Application is its own. */
  readonly set?: string;
}

/** One by itself, and one in each ApplicationSet: what becomes of their objects is said in different places. */
export function spareApplications({ argoCd }: FleetModel): SpareApplication[] {
  const sets = Object.keys(argoCd?.applicationSets ?? {});
  return [
    { name: 'seatrial-alone' },
    ...sets.map((set, index) => ({ name: `seatrial-in-set-${index + 1}`, set })),
  ];
}

/** The model with these applications: one ConfigMap each, in a namespace that every cluster has. */
export function withSpareApplications(model: FleetModel, spares: readonly SpareApplication[]): FleetModel {
  let changed = model;
  for (const { name, set } of spares) {
    changed = withApplication(changed, name, () => ({
      namespace: 'default',
      on: placeOf(model, set),
      objects: { [name]: { apiVersion: 'v1', kind: 'ConfigMap', data: { spare: 'nobody reads this' } } },
      sync: { automated: true, prune: true },
    }));
    if (set !== undefined) changed = inSet(changed, set, name);
  }
  return changed;
}

/** Where the set's own first application goes; by itself, to the first cluster that carries an environment. */
function placeOf(model: FleetModel, set: string | undefined): unknown {
  const [first] = set === undefined ? [] : (model.argoCd?.applicationSets?.[set]?.applications ?? []);
  if (first !== undefined) return model.applications[first]?.on;
  const [cluster] = Object.entries(model.clusters).flatMap(([name, { environments = [] }]) =>
    environments.length > 0 ? [name] : [],
  );
  return { clusters: cluster === undefined ? [] : [cluster] };
}

function inSet(model: FleetModel, set: string, application: string): FleetModel {
  const settings = model.argoCd?.applicationSets?.[set];
  if (settings === undefined) return model;
  const grown = { ...settings, applications: [...settings.applications, application] };
  return {
    ...model,
    argoCd: { ...model.argoCd, applicationSets: { ...model.argoCd?.applicationSets, [set]: grown } },
  };
}
