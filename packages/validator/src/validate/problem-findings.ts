import type { Finding } from '@seatrial/compiler';
import { codes } from '../findings/codes.ts';
import type { SchemaProblem } from '../kubeconform/schema-engine.ts';
import type { SchemaSource } from '../schemas/schema-source.ts';
import { describeProblem } from './describe-problem.ts';
import { placeOf } from '../rendered/place-of.ts';
import type { LocatedObject } from '../rendered/located-object.ts';

/** An object that the engine found invalid. */
export interface InvalidObject {
  readonly located: LocatedObject;
  /** Digest of the schema. */
  readonly schema: string;
  readonly answer: { readonly problems: readonly SchemaProblem[] };
}

/** A finding for each problem at each place. */
export async function problemFindings(
  invalid: readonly InvalidObject[],
  schemas: SchemaSource,
): Promise<readonly Finding[]> {
  const parsed = new Map<string, unknown>();
  for (const { schema } of invalid)
    if (!parsed.has(schema)) parsed.set(schema, await parsedSchema(schemas, schema));
  return invalid.flatMap(({ located, schema, answer }) =>
    answer.problems.map((problem): Finding => {
      const description = describeProblem(problem, located.object, parsed.get(schema));
      return {
        code: codes.doesNotMatch,
        severity: 'error',
        ...description,
        place: placeOf(located, problem.path),
      };
    }),
  );
}

/** The schema only makes the words better, so one that cannot be read any more takes nothing from the finding. */
async function parsedSchema(schemas: SchemaSource, digest: string): Promise<unknown> {
  try {
    return JSON.parse(await schemas.read(digest));
  } catch {
    return undefined;
  }
}
