import type { ArgoApplication } from './applications.ts';

type Origin = Pick<ArgoApplication, 'located' | 'plane'>;

/**
 * Whether two Applications are surely read by one Argo CD. A repository often has one folder for each of several
 * Argo CDs, which all go by the same name: there, only a common origin is a proof.
 */
export function haveSameArgoCd(one: Origin, other: Origin): boolean {
  if (one.plane === undefined || one.plane !== other.plane) return false;
  if (one.plane.complete) return true;
  const [here, there] = [one.located, other.located];
  if (here.unit !== undefined || there.unit !== undefined) return here.unit === there.unit;
  const file = here.place.source?.file ?? here.place.file;
  return file !== undefined && file === (there.place.source?.file ?? there.place.file);
}
