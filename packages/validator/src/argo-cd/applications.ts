import { fieldAt, listAt, textAt } from '../json/fields.ts';
import { isRecord } from '../json/is-record.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import type { SetView } from '../rendered/set-view.ts';
import type { SyncUnit } from '../rendered/sync-unit.ts';
import { controlPlanesOf, namespacesOf, planeKey, type ControlPlane } from './control-plane.ts';
import { argoCdGroup } from './kinds.ts';
import { groupOf } from '@seatrial/compiler';

/** An Application, written down or generated, with the Argo CD that reads it. */
export interface ArgoApplication {
  readonly located: LocatedObject;
  readonly name: string;
  readonly namespace: string | undefined;
  /** Undefined where more than one Argo CD of its cluster may be meant. */
  readonly plane: ControlPlane | undefined;
  /** The objects that it applies, where they are known. */
  readonly unit?: SyncUnit;
  /** Whether an ApplicationSet makes it. */
  readonly generated: boolean;
}

/** An ApplicationSet with the Argo CD that reads it. */
export interface ArgoApplicationSet {
  readonly located: LocatedObject;
  readonly namespace: string | undefined;
  readonly plane: ControlPlane | undefined;
}

/** Everything that the checks of Argo CD look at, looked up once for a set. */
export interface ArgoCdView {
  readonly planes: ReadonlyMap<string, ControlPlane>;
  readonly applications: readonly ArgoApplication[];
  /** Those of which it is known what they apply, by the names of their units. */
  readonly byUnit: ReadonlyMap<string, ArgoApplication>;
  readonly applicationSets: readonly ArgoApplicationSet[];
}

const known = new WeakMap<SetView, ArgoCdView>();

/** The same view for the same set: each check asks for it. */
export function argoCdOf(view: SetView): ArgoCdView {
  const found = known.get(view) ?? lookUp(view);
  known.set(view, found);
  return found;
}

function lookUp(view: SetView): ArgoCdView {
  const planes = controlPlanesOf(view);
  const namespaceOf = namespacesOf(view);
  const planeOf = (located: LocatedObject): ControlPlane | undefined => {
    const { cluster } = located.place;
    const own = planes.get(planeKey(cluster, namespaceOf(located) ?? ''));
    const here = [...planes.values()].filter((plane) => plane.cluster === cluster);
    return own ?? (here.length === 1 ? here[0] : undefined);
  };
  const ofUnits = new Map(
    view.units.flatMap((unit) => (unit.application ? [[keyOf(unit.application), unit] as const] : [])),
  );
  const applications: ArgoApplication[] = [];
  const applicationSets: ArgoApplicationSet[] = [];
  const written = new Set<string>();
  for (const located of view.objects) {
    if (groupOf(String(located.object?.apiVersion)) !== argoCdGroup) continue;
    const base = { located, namespace: namespaceOf(located), plane: planeOf(located) };
    if (located.object.kind === 'ApplicationSet') applicationSets.push(base);
    if (located.object.kind !== 'Application') continue;
    const key = keyOf(located);
    // Written twice, it is the same unit twice: only the first one stands for it.
    const unit = written.has(key) ? undefined : ofUnits.get(key);
    written.add(key);
    applications.push({
      ...base,
      name: nameOf(located),
      generated: false,
      ...(unit === undefined ? {} : { unit }),
    });
  }
  for (const unit of view.units) {
    const located = unit.application;
    if (located === undefined || written.has(keyOf(located))) continue;
    const base = { located, namespace: namespaceOf(located), plane: planeOf(located) };
    applications.push({ ...base, name: nameOf(located), unit, generated: true });
  }
  const byUnit = new Map(
    applications.flatMap((each) => (each.unit === undefined ? [] : [[each.unit.name, each] as const])),
  );
  return { planes, applications, byUnit, applicationSets };
}

function keyOf(located: LocatedObject): string {
  return `${located.place.cluster}/${textAt(located.object, 'metadata', 'namespace') ?? ''}/${nameOf(located)}`;
}

function nameOf({ object }: LocatedObject): string {
  return textAt(object, 'metadata', 'name') ?? '';
}

/** The sources of an Application, with the JSON pointer to each. `sources` counts where it has any. */
export function sourcesOf(
  application: unknown,
): readonly (readonly [pointer: string, source: Readonly<Record<string, unknown>>])[] {
  const many = listAt(application, 'spec', 'sources');
  const found =
    many.length > 0
      ? many.map((source, index) => [`/spec/sources/${index}`, source] as const)
      : [
          ['/spec/source', fieldAt(application, 'spec', 'source')] as const,
          [
            '/spec/sourceHydrator/drySource',
            fieldAt(application, 'spec', 'sourceHydrator', 'drySource'),
          ] as const,
        ];
  return found.flatMap(([pointer, source]) => (isRecord(source) ? [[pointer, source] as const] : []));
}

/** The name of its project: `default` where it says none. */
export function projectNameOf(application: unknown): string {
  return textAt(application, 'spec', 'project') || 'default';
}

/** Whether a text still has a parameter in it, so that nothing can be said of it. */
export function isTemplated(text: string): boolean {
  return text.includes('{{');
}
