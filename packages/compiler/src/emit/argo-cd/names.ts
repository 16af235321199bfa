import type { ResolvedFleet } from '../../resolved/fleet.ts';

export const apiVersion = 'argoproj.io/v1alpha1';

/** Deletes the objects of an Application before the Application itself goes. */
export const resourcesFinalizer = 'resources-finalizer.argocd.argoproj.io';

export const waveAnnotation = 'argocd.argoproj.io/sync-wave';
export const syncOptionsAnnotation = 'argocd.argoproj.io/sync-options';

/** Name of the AppProject and of the Application that everything else hangs from. */
export function rootName(fleet: ResolvedFleet): string {
  return fleet.name;
}

export function projectName(fleet: ResolvedFleet, application: string): string {
  return `${fleet.name}-${application}`;
}
