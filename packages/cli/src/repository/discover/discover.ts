import { clustersRegisteredBy, textAt, type RepositoryView } from '@seatrial/validator';
import { isEngineObject } from '../engines/engine-kinds.ts';
import type { Surroundings } from '../engines/surroundings.ts';
import type { Unit } from '../engines/unit.ts';
import type { Repository } from '../files/repository.ts';
import { contentKey } from '../render/content.ts';
import type { Renderer } from '../render/renderer.ts';
import type { Survey } from '../survey/survey.ts';
import { closureOf, type Closure } from './closure.ts';
import { uncovered } from './covered.ts';
import { objectsOfUnit, type UnitObject } from './objects-of-unit.ts';
import { seedsOf } from './seeds.ts';

/** Everything that is synced or applied from a repository. */
export interface Discovered {
  readonly units: readonly Unit[];
  readonly objectsOf: (unit: Unit) => readonly UnitObject[];
}

/** Rounds of engines that sync what tells engines what to sync; no repository nests deeper. */
const mostRounds = 20;

/**
 * Finds out what engines sync from a repository, and what is left to be applied by hand. Each round renders what the
 * objects of the round before have named.
 */
export async function discover(
  repository: Repository,
  found: Survey,
  view: RepositoryView,
  renderer: Renderer,
): Promise<Discovered> {
  const seeds = seedsOf(found, repository);
  await renderer.render(seeds.flatMap(({ unit }) => unit.contents));
  let closures: readonly Closure[] = seeds.map((seed) => ({ seed, units: [] }));
  for (let round = 0; round < mostRounds; round += 1) {
    const objectsOf = rememberedObjects(renderer, repository, found);
    const around = surroundings(repository, found, view, closures, objectsOf);
    const engineObjects = (unit: Unit): readonly UnitObject[] =>
      objectsOf(unit).filter(({ object }) => isEngineObject(String(object.apiVersion), object.kind));
    closures = seeds.map((seed) => closureOf(seed, engineObjects, around));
    const contents = closures.flatMap(({ units }) => units.flatMap((unit) => unit.contents));
    const fresh = contents.filter((content) => renderer.get(content) === undefined);
    if (fresh.length === 0) break;
    await renderer.render(fresh);
  }
  return { units: unitsLeft(closures, found), objectsOf: rememberedObjects(renderer, repository, found) };
}

function rememberedObjects(
  renderer: Renderer,
  repository: Repository,
  { graph }: Survey,
): (unit: Unit) => readonly UnitObject[] {
  const known = new Map<string, readonly UnitObject[]>();
  return (unit) => {
    const key = `${unit.name}\0${unit.cluster}\0${unit.contents.map(contentKey).join('\0')}`;
    const objects = known.get(key) ?? objectsOfUnit(unit, renderer, repository, graph);
    known.set(key, objects);
    return objects;
  };
}

function surroundings(
  repository: Repository,
  { graph, charts }: Survey,
  view: RepositoryView,
  closures: readonly Closure[],
  objectsOf: (unit: Unit) => readonly UnitObject[],
): Surroundings {
  const objects = closures.flatMap(({ seed, units }) => [seed.unit, ...units].flatMap(objectsOf));
  const ofClusters = new Map<string, unknown>();
  const anywhere = new Map<string, Set<unknown>>();
  for (const { object, place } of objects) {
    const identity = identityOf(
      object.kind,
      textAt(object, 'metadata', 'namespace'),
      textAt(object, 'metadata', 'name'),
    );
    ofClusters.set(`${place.cluster}\0${identity}`, object);
    anywhere.set(identity, (anywhere.get(identity) ?? new Set()).add(object));
  }
  return {
    repository,
    view,
    graph,
    isChart: (folder) => charts.includes(folder) || repository.hasFile(`${folder}/Chart.yaml`),
    registered: clustersRegisteredBy(objects),
    find(cluster, kind, namespace, name) {
      const identity = identityOf(kind, namespace, name);
      const own = ofClusters.get(`${cluster}\0${identity}`);
      // What stands elsewhere counts where there is only one: another cluster's variables are not this one's.
      const [elsewhere, ...more] = new Map(
        [...(anywhere.get(identity) ?? [])].map((object) => [JSON.stringify(object), object]),
      ).values();
      return own ?? (more.length === 0 ? elsewhere : undefined);
    },
  };
}

function identityOf(kind: string, namespace = '', name = ''): string {
  return `${kind}/${namespace}/${name}`;
}

/** The units that engines sync, and one for each folder with something that is left to people. */
function unitsLeft(closures: readonly Closure[], { graph }: Survey): readonly Unit[] {
  const { kept, isCovered } = uncovered(closures, graph);
  const units = new Map<string, Unit>();
  for (const { seed, units: synced } of kept) {
    for (const unit of synced) if (!units.has(unit.name)) units.set(unit.name, unit);
    if (isCovered(seed.file)) continue;
    const before = units.get(seed.unit.name);
    const contents = [...(before?.contents ?? []), ...seed.unit.contents];
    units.set(seed.unit.name, { ...seed.unit, contents });
  }
  return [...units.values()];
}
