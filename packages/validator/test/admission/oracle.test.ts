import { expect, test } from 'vitest';
import { refusals } from '../../src/admission/refusals.ts';
import { kindIndex } from '../../src/schemas/kind-index.ts';
import { acceptsText } from '../support/accepts.ts';
import { apiValidation, oracleVersion } from '../support/api-validation.ts';
import { preparedKubernetes } from '../support/cache.ts';
import { admissionCases } from '../support/cases.ts';

const { kinds, schemas } = preparedKubernetes();
const index = kindIndex(kinds);
const texts = new Map<string, string>();

/** Whether the schema of its kind takes an object. */
async function schemaAccepts(object: Readonly<Record<string, unknown>>): Promise<boolean> {
  const digest = index.find(String(object['apiVersion']), String(object['kind']))?.digest ?? '';
  if (!texts.has(digest)) texts.set(digest, await schemas.read(digest));
  return acceptsText(texts.get(digest) ?? '', object);
}

test(
  "Kubernetes' own validation and the schema with these rules take and refuse the same objects",
  { timeout: 240_000 },
  async () => {
    const cases = admissionCases();
    const verdicts = apiValidation(cases.map(({ object }) => object));
    const differences: string[] = [];
    for (const [at, { title, object, accepted }] of cases.entries()) {
      const verdict = verdicts[at];
      const causes = verdict?.causes ?? [];
      const oracle = verdict?.decode === undefined && causes.length === 0;
      const found = refusals(object, { kubernetes: oracleVersion }).filter(
        ({ severity }) => severity === 'error',
      );
      const ours = found.length === 0 && (await schemaAccepts(object));
      expect(verdict?.unknown, title).toBeUndefined();
      const words = `${title}\n  oracle: ${JSON.stringify(verdict?.decode ?? causes.map(({ field, detail }) => `${field}: ${detail}`))}\n  ours: ${JSON.stringify(found.map(({ sentence }) => sentence))}`;
      if (oracle !== accepted || ours !== accepted) differences.push(words);
    }
    expect(differences).toEqual([]);
  },
);
