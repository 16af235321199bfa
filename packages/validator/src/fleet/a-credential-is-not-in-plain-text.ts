import { groupOf, type Place } from '@seatrial/compiler';
import type { FleetCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import { appendPointer } from '../json/json-pointer.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';
import { credentialIn, isReference, namesPassword } from './secrets/credential.ts';
import { eachText } from './secrets/text-leaves.ts';
import { called } from './words.ts';

export const aCredentialIsNotInPlainText: FleetCheck = {
  rule: 'A credential is not in plain text in an object or in the values of a chart',
  explanation: {
    code: 'SEA3712',
    title: 'A credential in plain text',
    meaning:
      'A private key, a token of a well-known form, a password in a URL, or a variable or field that is named password stands in plain text where no secret belongs: in a ConfigMap, an environment variable, the arguments of a container, or the values of a chart. It is in git, readable for everyone who reads the repository, for ever.',
    fix: 'Keep it in a Secret that External Secrets makes, or encrypted, and refer to it. Change the credential if it was pushed.',
  },
  run({ objects, fleet }, say) {
    for (const located of objects) {
      for (const { pointer, what } of credentialsIn(located.object)) {
        say.wrong(placeOf(located, pointer), {
          sentence: `${called(located)} holds ${what} in plain text.`,
          hint: 'Keep it in a Secret that an ExternalSecret makes, and refer to that.',
        });
      }
    }
    const said = new Set<string>();
    for (const { application, environment, cluster, charts } of fleet.placements) {
      for (const { component, values } of charts) {
        eachText(values, (text, keys) => {
          const what = credentialIn(text) ?? passwordIn(String(keys.at(-1) ?? ''), text);
          const model = ['applications', application, 'charts', component, 'values', ...keys.map(String)];
          // One value of the model reaches many placements.
          const key = [...model, text].join('\0');
          if (what === undefined || said.has(key)) return;
          said.add(key);
          const place: Place = { fleet: fleet.name, cluster, environment, application, model };
          say.wrong(place, {
            sentence: `The values of the chart ${component} of ${application} hold ${what} in plain text, at ${keys.join('.')}.`,
            hint: 'Most charts take the name of an existing Secret instead: let an ExternalSecret make it.',
          });
        });
      }
    }
  },
};

interface Credential {
  readonly pointer: string;
  readonly what: string;
}

const known = new WeakMap<object, readonly Credential[]>();

/** Every text of an object is looked at, so that is done once; objects are never changed after they were made. */
function credentialsIn(object: LocatedObject['object']): readonly Credential[] {
  const before = known.get(object);
  if (before !== undefined) return before;
  const found: Credential[] = [];
  if (mayHold(object)) {
    eachText(object, (text, keys) => {
      const what = credentialIn(text) ?? passwordOf(object, text, keys);
      if (what !== undefined) found.push({ pointer: keys.reduce<string>(appendPointer, ''), what });
    });
  }
  known.set(object, found);
  return found;
}

/** Secrets have a check of their own; the descriptions of a definition show examples. */
function mayHold(object: { readonly apiVersion: string; readonly kind: string }): boolean {
  const kind = `${groupOf(String(object.apiVersion))}/${String(object.kind)}`;
  return kind !== '/Secret' && kind !== 'apiextensions.k8s.io/CustomResourceDefinition';
}

function passwordIn(name: string, value: string): string | undefined {
  return namesPassword(name) && !value.includes('\n') && !isReference(value)
    ? `the password ${name}`
    : undefined;
}

/** A password by its name: the value of a variable, or a line of a ConfigMap. Elsewhere such names mean many things. */
function passwordOf(object: unknown, text: string, keys: readonly (string | number)[]): string | undefined {
  const last = keys.at(-1);
  if (last === 'value' && keys.at(-3) === 'env') {
    const name = keys
      .slice(0, -1)
      .reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], object);
    return passwordIn(textAt(name, 'name') ?? '', text);
  }
  const isConfigMap = (object as { readonly kind: unknown }).kind === 'ConfigMap';
  return isConfigMap && keys.length === 2 && keys[0] === 'data' ? passwordIn(String(last), text) : undefined;
}
