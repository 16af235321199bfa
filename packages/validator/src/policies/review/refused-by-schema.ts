import type { ResultStore } from '../../check/result-store.ts';
import { contentOf } from '../../json/content.ts';
import { digestOf } from '../../json/digest.ts';
import { constraintKinds } from '../../schemas/constraint-schemas.ts';
import type { Constraint } from './read-cluster.ts';

/** Why an API server has no constraint: it breaks the schema of its template, or that schema is none. */
export interface SchemaRefusal {
  /** What is wrong with the schema itself. */
  readonly unreadable?: string;
}

/**
 * The constraints that break the schema which their template gives them: an API server refuses them. What is wrong is said
 * where objects are held against schemas; here it only matters that no such constraint is enforced.
 * @param results verdicts of earlier runs
 */
export async function refusedBySchema(
  constraints: readonly Constraint[],
  results: ResultStore | undefined,
): Promise<ReadonlyMap<Constraint, SchemaRefusal>> {
  const refused = new Map<Constraint, SchemaRefusal>();
  const verdicts = new Map<string, Verdict>();
  for (const constraint of constraints) {
    const template = constraint.template?.located.object;
    if (template === undefined) continue;
    const { object } = constraint.located;
    const key = digestOf(`constraint ${contentOf(template).digest} ${contentOf(object).digest}`);
    const known = verdicts.get(key) ?? (results?.get(key) as Verdict | undefined);
    const verdict = known ?? (await verdictOf(object, template));
    if (known === undefined) results?.put(key, verdict);
    verdicts.set(key, verdict);
    if (verdict !== true) refused.set(constraint, verdict === false ? {} : { unreadable: verdict });
  }
  return refused;
}

/** Whether a constraint fits; a text says why there is no telling: the schema is none. */
type Verdict = boolean | string;

async function verdictOf(constraint: { readonly apiVersion: string }, template: object): Promise<Verdict> {
  const kind = constraintKinds(template).find(({ apiVersion }) => apiVersion === constraint.apiVersion);
  if (kind === undefined) return false;
  // Only loaded for a constraint that is new: it takes longer than all the others together.
  const { Ajv } = await import('ajv');
  const ajv = new Ajv({ strict: false, validateFormats: false, logger: false });
  try {
    return ajv.validate(kind.schema, constraint);
  } catch (error) {
    const [first = 'it is no JSON schema'] = (error instanceof Error ? error.message : '').split(', ');
    return first.replace(/^schema is invalid: data\//, '').replaceAll(/properties\//g, '');
  }
}
