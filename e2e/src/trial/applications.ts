import type { Watched } from '../kubernetes/kubernetes.ts';
import type { Lab, LabArgoCd } from '../lab/lab.ts';
import { applicationState } from './application-state.ts';
import type { Application, Published } from './trial.ts';

export const applicationKind = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application' } as const;

/** Every Application of every Argo CD of the lab, watched. */
export interface Applications {
  readonly changes: readonly Watched[];
  /** Of a placement, also of one that is not in git any more but whose Application is still there. */
  of(placement: string, published: Published): Application;
  all(published: Published): readonly Application[];
  argoCdOf(placement: string, published: Published): LabArgoCd;
  close(): void;
}

/** Resolves when each watch has its first list. */
export async function watchApplications(lab: Lab): Promise<Applications> {
  const watches = lab.argoCds.map((argoCd) => ({
    argoCd,
    watched: argoCd.kubernetes.watch(applicationKind, { namespace: argoCd.namespace }),
  }));
  await Promise.all(watches.map(({ watched }) => watched.synced));

  function watchOf(placement: string, published: Published): (typeof watches)[number] {
    const instance = published.fleet.argoCd.instances.find(({ placements }) =>
      placements.includes(placement),
    );
    const found =
      instance === undefined
        ? watches.find(({ watched, argoCd }) => watched.get(placement, argoCd.namespace) !== undefined)
        : watches.find(({ argoCd }) => argoCd.cluster === instance.cluster);
    const some = found ?? watches[0];
    if (some === undefined) throw new Error('the lab has no Argo CD');
    return some;
  }

  return {
    changes: watches.map(({ watched }) => watched),
    of(placement, published) {
      const { watched, argoCd } = watchOf(placement, published);
      const object = watched.get(placement, argoCd.namespace);
      return applicationState(placement, placement, object, published.fleet.repository);
    },
    all(published) {
      const placements = new Set(published.fleet.placements.map(({ name }) => name));
      return watches.flatMap(({ watched }) =>
        watched.all().map((object) => {
          const { name } = object.metadata;
          const placement = placements.has(name) ? name : undefined;
          return applicationState(name, placement, object, published.fleet.repository);
        }),
      );
    },
    argoCdOf: (placement, published) => watchOf(placement, published).argoCd,
    close: () => watches.forEach(({ watched }) => watched.close()),
  };
}
