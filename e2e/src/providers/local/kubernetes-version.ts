import { Infrastructure } from '../../run/outcome-errors.ts';

/**
 * The minor version whose control plane runs for a wanted one: itself where it can be started, otherwise the nearest,
 * and of two equally near ones the newer. `available` as in `Programs.kubernetes`.
 */
export function nearestMinor(wanted: string, available: readonly string[]): string {
  const distance = (minor: string): number => Math.abs(number(minor) - number(wanted));
  const [nearest] = available.toSorted((a, b) => distance(a) - distance(b) || number(b) - number(a));
  if (nearest === undefined)
    throw new Infrastructure('no Kubernetes is prepared: run `seatrial prepare local`');
  return nearest;
}

/** `1.29` → 29: there is one major version. */
function number(minor: string): number {
  return Number(minor.split('.')[1]);
}
