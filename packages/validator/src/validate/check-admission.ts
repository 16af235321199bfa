import type { Finding } from '@seatrial/compiler';
import { refusals } from '../admission/refusals.ts';
import type { Refusal } from '../admission/refusal.ts';
import { listAt } from '../json/fields.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';
import type { RenderedSet } from '../rendered/rendered-set.ts';
import type { SchemaSource } from '../schemas/schema-source.ts';
import type { SchemaResults, Triaged } from './check-schemas.ts';

/**
 * What an API server refuses although the schema allows it. Where the schema has said something of a field already, its
 * word is enough. An object that many clusters share is looked at once for each Kubernetes version.
 */
export async function checkAdmission(
  triaged: Triaged,
  { clusters, units }: RenderedSet,
  schemas: SchemaSource,
  { wrongFields }: SchemaResults,
): Promise<readonly Finding[]> {
  const versions = new Map(clusters.map(({ name, kubernetes }) => [name, kubernetes]));
  const serverSide = new Set(
    units.flatMap(({ name, application }) =>
      listAt(application?.object, 'spec', 'syncPolicy', 'syncOptions').includes('ServerSideApply=true')
        ? [name]
        : [],
    ),
  );
  const parsed = await parsedSchemas(triaged, schemas);
  const known = new Map<string, readonly Refusal[]>();
  const refusalsOf = (located: LocatedObject, outcome: Triaged[number][1]): readonly Refusal[] => {
    const kubernetes = versions.get(located.place.cluster) ?? '';
    const serverSideApply = located.unit !== undefined && serverSide.has(located.unit);
    if (outcome.to !== 'engine') return refusals(located.object, { kubernetes, serverSideApply });
    const key = [outcome.schema, outcome.content, kubernetes, serverSideApply].join(' ');
    const before = known.get(key);
    if (before !== undefined) return before;
    const schema = parsed.get(outcome.schema);
    const found = refusals(located.object, {
      kubernetes,
      serverSideApply,
      schema,
      jsonLength: outcome.json.length,
    });
    known.set(key, found);
    return found;
  };
  return triaged.flatMap(([located, outcome]) => {
    if (outcome.to === 'unchecked' && outcome.finding !== undefined) return [];
    const told = wrongFields.get(located) ?? [];
    return refusalsOf(located, outcome)
      .filter(({ field }) => !told.some((path) => overlaps(path, field)))
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

function overlaps(path: string, field: string): boolean {
  return path === field || path.startsWith(`${field}/`) || field.startsWith(`${path}/`);
}
