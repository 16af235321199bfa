import type { ResultStore } from '../../check/result-store.ts';
import { contentOf } from '../../json/content.ts';
import { digestOf } from '../../json/digest.ts';
import { constraintKinds } from '../../schemas/constraint-schemas.ts';
import type { Constraint } from './read-cluster.ts';

/**
 * The constraints that break the schema which their template gives them: an API server refuses them. What is wrong is said
 * where objects are held against schemas; here it only matters that no such constraint is enforced.
 * @param results verdicts of earlier runs
 */
export async function refusedBySchema(
  constraints: readonly Constraint[],
  results: ResultStore | undefined,
): Promise<ReadonlySet<Constraint>> {
  const refused = new Set<Constraint>();
  const verdicts = new Map<string, boolean>();
  for (const constraint of constraints) {
    const template = constraint.template?.located.object;
    if (template === undefined) continue;
    const { object } = constraint.located;
    const key = digestOf(`constraint ${contentOf(template).digest} ${contentOf(object).digest}`);
    const known = verdicts.get(key) ?? (results?.get(key) as boolean | undefined);
    const fits = known ?? (await fitsSchema(object, template));
    if (known === undefined) results?.put(key, fits);
    verdicts.set(key, fits);
    if (!fits) refused.add(constraint);
  }
  return refused;
}

async function fitsSchema(constraint: { readonly apiVersion: string }, template: object): Promise<boolean> {
  const kind = constraintKinds(template).find(({ apiVersion }) => apiVersion === constraint.apiVersion);
  if (kind === undefined) return false;
  // Only loaded for a constraint that is new: it takes longer than all the others together.
  const { Ajv } = await import('ajv');
  return new Ajv({ strict: false, validateFormats: false, logger: false }).validate(kind.schema, constraint);
}
