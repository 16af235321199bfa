import type { ClusterCheck } from '../check/check.ts';
import { severityOfMissing } from '../check/missing.ts';
import { placeOf } from '../rendered/place-of.ts';
import { called } from './lookup/identity.ts';
import { listed, suggestion } from './lookup/suggestion.ts';
import { referencesOf, type LocatedReference } from './configuration/all-references.ts';
import { configurationsOf } from './configuration/configurations.ts';

export const aKeyIsThere: ClusterCheck = {
  rule: 'A key that something reads of a ConfigMap or Secret is there',
  explanation: {
    code: 'SEA3402',
    title: 'A key of a ConfigMap or Secret is missing',
    meaning:
      'The ConfigMap or Secret is there, but not the key that is read of it. A pod waits with CreateContainerConfigError or FailedMount and never starts. ' +
      'Of an ExternalSecret, SealedSecret or Certificate, the keys are those that it makes.',
    fix: 'Correct the key; the finding lists those that there are. Keys are case-sensitive.',
  },
  run(cluster, say) {
    const configurations = configurationsOf(cluster);
    const told = new Map<LocatedReference['by'], Set<string>>();
    for (const { by, kind, name, namespace, isOptional, keys } of referencesOf(cluster)) {
      const known = keys.length === 0 ? undefined : configurations.find(kind, namespace, name);
      if (isOptional || known === undefined) continue;
      const ofObject = told.get(by) ?? new Set();
      told.set(by, ofObject);
      for (const { key, field } of keys) {
        if (known.keys?.includes(key) || ofObject.has(`${kind} ${name} ${key}`)) continue;
        ofObject.add(`${kind} ${name} ${key}`);
        const place = placeOf(by, field);
        if (known.keys === undefined) {
          say.unknown(place, `the keys of ${kind} ${name} are only known when the cluster runs`);
          continue;
        }
        say.wrong(place, {
          severity: severityOfMissing(cluster),
          sentence: `${called(by)} reads the key ${key} of ${kind} ${name}, which has ${keysInWords(known.keys)}.`,
          hint: suggestion(key, known.keys, `Read a key that there is, or add ${key} to ${kind} ${name}.`),
        });
      }
    }
  },
};

function keysInWords(keys: readonly string[]): string {
  if (keys.length === 0) return 'no key';
  return keys.length === 1 ? `only ${keys[0] ?? ''}` : `only ${listed(keys)}`;
}
