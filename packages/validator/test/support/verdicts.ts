import { refusals } from '../../src/admission/refusals.ts';
import type { Refusal } from '../../src/admission/refusal.ts';
import { kindIndex } from '../../src/schemas/kind-index.ts';
import { acceptsText } from './accepts.ts';
import { apiValidation, oracleVersion, type Verdict } from './api-validation.ts';
import { preparedKubernetes } from './cache.ts';

/** What Kubernetes' own code says of an object, and what the schema of its kind and the admission rules say. */
export interface Verdicts {
  readonly object: Readonly<Record<string, unknown>>;
  readonly kubernetes: {
    readonly accepts: boolean;
    readonly fields: readonly string[];
    readonly words: string;
  };
  readonly ours: { readonly accepts: boolean; readonly errors: readonly Refusal[]; readonly words: string };
}

const { kinds, schemas } = preparedKubernetes();
const index = kindIndex(kinds);
const texts = new Map<string, string>();

export async function verdictsOn(
  objects: readonly Readonly<Record<string, unknown>>[],
): Promise<readonly Verdicts[]> {
  const verdicts = apiValidation(objects);
  return Promise.all(objects.map((object, at) => verdictsOf(object, verdicts[at])));
}

async function verdictsOf(
  object: Readonly<Record<string, unknown>>,
  verdict: Verdict | undefined,
): Promise<Verdicts> {
  if (verdict === undefined || verdict.unknown === true)
    throw new Error(`The oracle does not know ${String(object['kind'])}.`);
  const causes = verdict.causes ?? [];
  const errors = refusals(object, { kubernetes: oracleVersion }).filter(
    ({ severity }) => severity === 'error',
  );
  const bySchema = acceptsText(await schemaText(object), object);
  return {
    object,
    kubernetes: {
      accepts: verdict.decode === undefined && causes.length === 0,
      fields: causes.map(({ field }) => field),
      words: verdict.decode ?? causes.map(({ field, detail }) => `${field}: ${detail}`).join('; '),
    },
    ours: {
      accepts: bySchema && errors.length === 0,
      errors,
      words: [...(bySchema ? [] : ['the schema refuses it']), ...errors.map(({ sentence }) => sentence)].join(
        ' ',
      ),
    },
  };
}

async function schemaText(object: Readonly<Record<string, unknown>>): Promise<string> {
  const digest = index.find(String(object['apiVersion']), String(object['kind']))?.digest ?? '';
  const text = texts.get(digest) ?? (await schemas.read(digest));
  texts.set(digest, text);
  return text;
}
