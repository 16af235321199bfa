import type { Finding } from '@seatrial/compiler';
import type { AdmissionContext } from '../admission/context.ts';
import { refusals } from '../admission/refusals.ts';
import type { Refusal } from '../admission/refusal.ts';
import { breathe } from '../check/breathe.ts';
import { nearestName } from '../findings/nearest-name.ts';
import { fieldAt, listAt } from '../json/fields.ts';
import { pointerKeys } from '../json/json-pointer.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';
import type { RenderedSet } from '../rendered/rendered-set.ts';
import type { SchemaSource } from '../schemas/schema-source.ts';
import type { SchemaResults, Triaged } from './check-schemas.ts';

/** The refusals of each object by what else they follow from; objects are never changed after they were made. */
const lasting = new WeakMap<object, Map<string, readonly Refusal[]>>();

function keyOf(
  schema: string,
  { kubernetes, serverSideApply }: Pick<AdmissionContext, 'kubernetes' | 'serverSideApply'>,
): string {
  return `${schema} ${kubernetes} ${serverSideApply}`;
}

/**
 * What an API server refuses although the schema allows it. Where the schema has said something of a field already, its
 * word is enough. An object that many clusters share is looked at once for each Kubernetes version.
 */
export async function checkAdmission(
  triaged: Triaged,
  { clusters, units }: RenderedSet,
  schemas: SchemaSource,
  engineAnswers: Promise<SchemaResults>,
): Promise<readonly Finding[]> {
  const versions = new Map(clusters.map(({ name, kubernetes }) => [name, kubernetes]));
  const serverSide = new Set(
    units.flatMap(({ name, application, appliedBy }) =>
      appliedBy === 'flux' ||
      listAt(application?.object, 'spec', 'syncPolicy', 'syncOptions').includes('ServerSideApply=true')
        ? [name]
        : [],
    ),
  );
  const contextOf = (located: LocatedObject): Pick<AdmissionContext, 'kubernetes' | 'serverSideApply'> => ({
    kubernetes: versions.get(located.place.cluster) ?? '',
    serverSideApply: located.unit !== undefined && serverSide.has(located.unit),
  });
  const isKnown = (located: LocatedObject, outcome: Triaged[number][1]): boolean =>
    outcome.to === 'engine' &&
    lasting.get(located.object)?.has(keyOf(outcome.schema, contextOf(located))) === true;
  const parsed = await parsedSchemas(
    triaged.filter(([located, outcome]) => !isKnown(located, outcome)),
    schemas,
  );
  const byContent = new Map<string, readonly Refusal[]>();
  const refusalsOf = (located: LocatedObject, outcome: Triaged[number][1]): readonly Refusal[] => {
    const context = contextOf(located);
    if (outcome.to !== 'engine') return refusals(located.object, context);
    const ofObject = lasting.get(located.object) ?? new Map<string, readonly Refusal[]>();
    lasting.set(located.object, ofObject);
    const key = keyOf(outcome.schema, context);
    const contentKey = `${key} ${outcome.content}`;
    const found =
      ofObject.get(key) ??
      byContent.get(contentKey) ??
      refusals(located.object, {
        ...context,
        schema: parsed.get(outcome.schema),
        jsonLength: outcome.json.length,
      });
    // A schema that could not be read may be there next time.
    if (parsed.has(outcome.schema)) ofObject.set(key, found);
    byContent.set(contentKey, found);
    return found;
  };
  const refused: (readonly [LocatedObject, readonly Refusal[]])[] = [];
  for (const [located, outcome] of triaged) {
    if (outcome.to === 'unchecked' && outcome.finding !== undefined) continue;
    const found = refusalsOf(located, outcome);
    if (found.length > 0) refused.push([located, found]);
    await breathe();
  }
  const { wrongFields } = await engineAnswers;
  return refused.flatMap(([located, found]) => {
    const told = wrongFields.get(located) ?? [];
    return found
      .filter(
        ({ field }) => !told.some((path) => overlaps(path, field) || isMisspelt(located.object, field, path)),
      )
      .map(({ code, severity, sentence, hint, field }): Finding => ({
        code,
        severity,
        sentence,
        hint,
        place: placeOf(located, field),
      }));
  });
}

async function parsedSchemas(triaged: Triaged, schemas: SchemaSource): Promise<ReadonlyMap<string, unknown>> {
  const digests = new Set(
    triaged.flatMap(([, outcome]) => (outcome.to === 'engine' ? [outcome.schema] : [])),
  );
  const entries = await Promise.all(
    [...digests].map(async (digest) => {
      try {
        return [[digest, JSON.parse(await schemas.read(digest)) as unknown] as const];
      } catch {
        // checkSchemas has told that the schema cannot be read.
        return [];
      }
    }),
  );
  return new Map(entries.flat());
}

/** Whether a field is missing because the schema found it under a name that is nearly its own. */
function isMisspelt(object: unknown, field: string, path: string): boolean {
  const [wanted, written] = [pointerKeys(field), pointerKeys(path)];
  const [name, misspelt] = [wanted.at(-1), written.at(-1)];
  return (
    name !== undefined &&
    misspelt !== undefined &&
    fieldAt(object, ...wanted) === undefined &&
    fieldAt(object, ...written) !== undefined &&
    wanted.slice(0, -1).join() === written.slice(0, -1).join() &&
    nearestName(misspelt, [name]) !== undefined
  );
}

function overlaps(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}/`) || field.startsWith(`${path}/`);
}
