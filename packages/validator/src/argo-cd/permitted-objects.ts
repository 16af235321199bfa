import { groupOf } from '@seatrial/compiler';
import type { Say } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import type { SetView } from '../rendered/set-view.ts';
import type { SyncUnit } from '../rendered/sync-unit.ts';
import { argoCdOf, type ArgoApplication } from './applications.ts';
import { ownProjectOf, type OwnProject } from './projects-of.ts';

/** An object that an Application applies, as its project looks at it. */
export interface AppliedObject {
  readonly located: LocatedObject;
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Undefined: no schema of its kind is known, and it names no namespace. */
  readonly namespaced: boolean | undefined;
  /** Where it goes: its own namespace, or that of the destination. */
  readonly namespace: string;
}

/** Every Application whose project and objects are known, with what it applies. */
export function* appliedObjects(
  view: SetView,
  say: Say,
): Generator<{
  readonly application: ArgoApplication;
  readonly own: OwnProject;
  readonly objects: readonly AppliedObject[];
}> {
  for (const application of argoCdOf(view).applications) {
    const { unit } = application;
    if (unit === undefined) continue;
    const own = ownProjectOf(application, say);
    if (own === undefined) continue;
    const objects = known.get(application) ?? objectsOf(application, unit, view);
    known.set(application, objects);
    yield { application, own, objects };
  }
}

/** Several checks go over the same objects. */
const known = new WeakMap<ArgoApplication, readonly AppliedObject[]>();

function objectsOf({ located }: ArgoApplication, unit: SyncUnit, view: SetView): readonly AppliedObject[] {
  const kinds = view.views.get(unit.cluster)?.kinds;
  const home = textAt(located.object, 'spec', 'destination', 'namespace') ?? unit.namespace ?? '';
  return (view.objectsOf.get(unit.name) ?? []).flatMap((each): AppliedObject[] => {
    const { apiVersion, kind } = each.object as Readonly<Record<string, unknown>>;
    const name = textAt(each.object, 'metadata', 'name');
    if (typeof apiVersion !== 'string' || typeof kind !== 'string' || name === undefined) return [];
    const namespace = textAt(each.object, 'metadata', 'namespace');
    const namespaced =
      kinds?.find(apiVersion, kind)?.namespaced ?? (namespace === undefined ? undefined : true);
    return [
      { located: each, group: groupOf(apiVersion), kind, name, namespaced, namespace: namespace ?? home },
    ];
  });
}
