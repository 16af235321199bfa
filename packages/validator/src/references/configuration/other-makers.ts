import { listAt, recordAt, textAt } from '../../json/fields.ts';
import { isCopied } from './plain-configuration.ts';
import { kindOf, nameOf, namespaceOf } from '../lookup/identity.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import type { MadeConfiguration } from './made-configuration.ts';

/** Secrets that controllers with precise rules make: sealed-secrets, the CSI secrets store, OpenShift's serving certificates. */
export function otherMakers(located: LocatedObject): readonly MadeConfiguration[] {
  const { object } = located;
  const namespace = namespaceOf(located);
  switch (kindOf(located)) {
    case 'bitnami.com/SealedSecret':
      return sealedSecret(located);
    case 'secrets-store.csi.x-k8s.io/SecretProviderClass':
      return listAt(object, 'spec', 'secretObjects').flatMap((one) => {
        const name = textAt(one, 'secretName');
        const keys = listAt(one, 'data').flatMap((entry) => textAt(entry, 'key') ?? []);
        return name ? [{ kind: 'Secret' as const, namespace, name, keys }] : [];
      });
    case '/Service': {
      const annotations = recordAt(object, 'metadata', 'annotations');
      const name = ['beta', 'alpha'].flatMap(
        (stage) => textAt(annotations, `service.${stage}.openshift.io/serving-cert-secret-name`) ?? [],
      )[0];
      return name ? [{ kind: 'Secret', namespace, name, keys: ['tls.crt', 'tls.key'] }] : [];
    }
    default:
      return [];
  }
}

/** The Secret has the name of its SealedSecret; `spec.data` is the old form, in which the keys are sealed too. */
function sealedSecret(located: LocatedObject): readonly MadeConfiguration[] {
  const { object } = located;
  const name = nameOf(located);
  if (name === undefined) return [];
  const template = recordAt(object, 'spec', 'template');
  const keys = [
    ...Object.keys(recordAt(object, 'spec', 'encryptedData')),
    ...Object.keys(recordAt(template, 'data')),
  ];
  const isOld = textAt(object, 'spec', 'data') !== undefined;
  const namespace = isCopied(template) ? '*' : namespaceOf(located);
  return [{ kind: 'Secret', namespace, name, keys: isOld ? undefined : keys }];
}
