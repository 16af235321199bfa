import type { Finding, KubernetesObject } from '@seatrial/compiler';
import {
  isRecord,
  type KindIndex,
  type LocatedObject,
  type RenderedCluster,
  type RenderedSet,
  type RepositoryView,
  type SyncUnit,
  type Unrendered,
} from '@seatrial/validator';
import type { Discovered } from '../discover/discover.ts';
import type { UnitObject } from '../discover/objects-of-unit.ts';
import type { Unit, UnitNotRendered } from '../engines/unit.ts';
import type { Renderer } from '../render/renderer.ts';
import type { KindsOfCluster } from '../schemas/kinds-of-clusters.ts';
import type { RepositorySchemas } from '../schemas/repository-schemas.ts';
import { encryptedObjects } from './encrypted-objects.ts';
import { filledInLater } from './filled-in-later.ts';
import { forLookup } from './lookup.ts';
import { policiesByHand } from './policies-by-hand.ts';
import { referencedElsewhere } from './referenced-elsewhere.ts';
import { repeatedObjects } from './repeated-objects.ts';
import { isSettingsOfTool } from './settings-of-tools.ts';
import { heldVariables } from './unset-variables.ts';

/** A repository as the validator takes it, and what was found on the way there. */
export interface RepositorySet {
  readonly set: RenderedSet;
  readonly findings: readonly Finding[];
  readonly notRendered: readonly UnitGap[];
  /** How many objects each unit applies. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Something of a unit that is not rendered. */
export interface UnitGap extends UnitNotRendered {
  readonly unit: Unit;
}

/**
 * Puts the objects of all units on their clusters. Some objects are there only to be found by references: nothing
 * is said about them ({@link isSaid}).
 */
export function repositorySet(
  { units, objectsOf }: Discovered,
  renderer: Renderer,
  { kinds, kindsOf }: RepositorySchemas,
  kubernetes: string,
  repository: RepositoryView,
): RepositorySet {
  const findings: Finding[] = [];
  const gaps: UnitGap[] = [];
  const objects: LocatedObject[] = [];
  const secret: LocatedObject[] = [];
  const unfinished: LocatedObject[] = [];
  const counts = new Map<string, number>();
  for (const unit of units) {
    gaps.push(...unit.notRendered.map((one) => ({ ...one, unit })));
    for (const content of unit.contents) {
      const rendered = renderer.get(content);
      findings.push(...(rendered?.findings ?? []));
      if (rendered?.notRendered !== undefined) gaps.push({ ...rendered.notRendered, unit });
    }
    findings.push(...unit.findings);
    const placed = objectsOf(unit)
      .filter((located) => !isSettingsOfTool(located, kinds))
      .map((object) => inNamespace(object, unit, kinds));
    const { plain, encrypted, findings: ofSecrets, gaps: ofEncrypted } = encryptedObjects(placed, unit);
    const { whole, open, gaps: ofTemplates } = filledInLater(plain, unit);
    const { complete, held, findings: ofVariables, reasons } = heldVariables(whole, unit);
    findings.push(...ofSecrets, ...ofVariables, ...repeatedObjects(placed, unit));
    gaps.push(...[...ofEncrypted, ...ofTemplates, ...reasons].map((one) => ({ ...one, unit })));
    objects.push(...complete);
    secret.push(...encrypted);
    unfinished.push(...open, ...held);
    counts.set(unit.name, placed.length);
  }
  const clusters = clustersOf(units, gaps, objects, kindsOf, kubernetes);
  const byHand = new Set(units.filter(({ engine }) => engine === 'hand').map(({ cluster }) => cluster));
  const set: RenderedSet = {
    clusters,
    objects: [
      ...objects,
      ...[...secret, ...unfinished].map((located) => forLookup(located, located.place.cluster)),
      ...referencedElsewhere([...objects, ...secret], ({ place }) => byHand.has(place.cluster), kinds),
      ...policiesByHand(objects, byHand),
    ],
    units: units.map(syncUnit),
    repository,
  };
  return { set, findings, notRendered: gaps, counts };
}

function syncUnit({ name, cluster, engine, namespace, application }: Unit): SyncUnit {
  return {
    name,
    cluster,
    ...(engine === 'flux' ? { appliedBy: engine } : {}),
    ...(namespace === undefined ? {} : { namespace }),
    ...(application === undefined ? {} : { application }),
  };
}

/** Argo CD puts an object that names no namespace into that of the destination. */
function inNamespace(located: UnitObject, { namespace }: Unit, kinds: KindIndex): UnitObject {
  const { apiVersion, kind, metadata } = located.object;
  if (namespace === undefined || !isRecord(metadata) || metadata.namespace !== undefined) return located;
  if (kinds.find(apiVersion, kind)?.namespaced !== true) return located;
  const object: KubernetesObject = {
    ...located.object,
    metadata: { ...metadata, namespace } as KubernetesObject['metadata'],
  };
  return { ...located, object };
}

function clustersOf(
  units: readonly Unit[],
  gaps: readonly UnitGap[],
  objects: readonly LocatedObject[],
  kindsOf: KindsOfCluster,
  kubernetes: string,
): readonly RenderedCluster[] {
  const open = gaps.filter(({ isNamed }) => isNamed !== true);
  const gapsOf = Map.groupBy(open, ({ unit }) => unit.cluster);
  const own = Map.groupBy(objects, ({ place }) => place.cluster);
  const names = new Set(
    units.flatMap(({ cluster, application }) => [cluster, application?.place.cluster ?? cluster]),
  );
  return [...names].sort().map((name) => ({
    name,
    kubernetes,
    kinds: kindsOf(
      name,
      (own.get(name) ?? []).map(({ object }) => object),
    ),
    complete: false,
    unrendered: (gapsOf.get(name) ?? []).map(({ what, namespaces }): Unrendered => ({
      what,
      ...(namespaces === undefined ? {} : { namespaces }),
    })),
  }));
}
