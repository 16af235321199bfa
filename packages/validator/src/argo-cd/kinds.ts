import { groupOf } from '@seatrial/compiler';
import type { LocatedObject } from '../rendered/located-object.ts';

export const argoCdGroup = 'argoproj.io';

/** Whether an object is an Application, an ApplicationSet or an AppProject. */
export function isOfArgoCd({ object }: LocatedObject): boolean {
  return (
    groupOf(String(object?.apiVersion)) === argoCdGroup &&
    (object.kind === 'Application' || object.kind === 'ApplicationSet' || object.kind === 'AppProject')
  );
}
