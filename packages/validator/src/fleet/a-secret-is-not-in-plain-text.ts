import type { FleetCheck } from '../check/check.ts';
import { textAt } from '../json/fields.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { placeOf } from '../rendered/place-of.ts';
import { argoCdSecretType, secretValues } from './secrets/secret-values.ts';
import { called, listed } from './words.ts';

export const aSecretIsNotInPlainText: FleetCheck = {
  rule: 'A Secret is not in plain text',
  explanation: {
    code: 'SEA3711',
    title: 'A Secret in plain text',
    meaning:
      'A Secret of an existing Kustomize base, or one for Argo CD that a chart makes from its values, holds its values in plain text; base64 hides nothing. They are in git, readable for everyone who reads the repository, for ever. It is a warning where nothing says that a value is a secret: then the object only has the form of one.',
    fix: 'Let External Secrets make it, or keep it encrypted: as a SealedSecret, or with SOPS. Change the secret if it was pushed.',
  },
  run({ objects }, say) {
    for (const located of objects) {
      const { apiVersion, kind } = located.object;
      if (kind !== 'Secret' || apiVersion !== 'v1' || isMadeUpByChart(located)) continue;
      const values = secretValues(located.object);
      const [first] = values;
      if (first === undefined) continue;
      say.wrong(placeOf(located, first.field), {
        severity: values.some(({ isObvious }) => isObvious) ? 'error' : 'warning',
        sentence: `${called(located)} holds ${listed(values.map(({ key }) => key))} in plain text.`,
        hint: 'Let an ExternalSecret make it, or keep it as a SealedSecret or with SOPS.',
      });
    }
  },
};

/**
 * Charts draw passwords and certificates by lot whenever they are rendered, and these are in no repository; what the
 * values of a chart hold has a check of its own. Nobody draws the credentials of Argo CD by lot.
 */
function isMadeUpByChart({ object, place }: LocatedObject): boolean {
  return place.model?.[2] === 'charts' && textAt(object, ...argoCdSecretType) === undefined;
}
