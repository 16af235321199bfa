import { fieldAt, listAt, recordAt, textAt } from '../../json/fields.ts';
import { isCopied } from './plain-configuration.ts';
import { kindOf, namespaceOf } from '../lookup/identity.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import type { MadeConfiguration } from './made-configuration.ts';

const tlsKeys = ['tls.crt', 'tls.key', 'ca.crt'];

/** What cert-manager makes of a Certificate, of an annotated Ingress or Gateway, and of a trust-manager Bundle. */
export function certificate(located: LocatedObject): readonly MadeConfiguration[] {
  const namespace = namespaceOf(located);
  const { object } = located;
  switch (kindOf(located)) {
    case 'cert-manager.io/Certificate': {
      const name = textAt(object, 'spec', 'secretName');
      const copied = isCopied({ metadata: fieldAt(object, 'spec', 'secretTemplate') });
      return name
        ? [{ kind: 'Secret', namespace: copied ? '*' : namespace, name, keys: keysOf(object) }]
        : [];
    }
    case 'networking.k8s.io/Ingress':
      return isIssued(object) ? tlsSecrets(listAt(object, 'spec', 'tls'), 'secretName', namespace) : [];
    case 'gateway.networking.k8s.io/Gateway':
      return isIssued(object)
        ? tlsSecrets(
            listAt(object, 'spec', 'listeners').flatMap((one) => listAt(one, 'tls', 'certificateRefs')),
            'name',
            namespace,
          )
        : [];
    case 'trust.cert-manager.io/Bundle':
      return bundle(located);
    default:
      return [];
  }
}

function keysOf(certificate: unknown): readonly string[] {
  const keys = [...tlsKeys];
  for (const store of ['jks', 'pkcs12'] as const) {
    if (fieldAt(certificate, 'spec', 'keystores', store, 'create') !== true) continue;
    const suffix = store === 'jks' ? 'jks' : 'p12';
    keys.push(`keystore.${suffix}`, `truststore.${suffix}`);
  }
  for (const format of listAt(certificate, 'spec', 'additionalOutputFormats')) {
    if (textAt(format, 'type') === 'CombinedPEM') keys.push('tls-combined.pem');
    if (textAt(format, 'type') === 'DER') keys.push('key.der');
  }
  return keys;
}

/** Source: cert-manager.io, "Annotated Ingress resource": any of these makes a Certificate for each TLS entry. */
function isIssued(object: unknown): boolean {
  const annotations = recordAt(object, 'metadata', 'annotations');
  return ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer', 'kubernetes.io/tls-acme'].some(
    (name) => name in annotations,
  );
}

function tlsSecrets(
  entries: readonly unknown[],
  field: string,
  namespace: string | undefined,
): readonly MadeConfiguration[] {
  return entries.flatMap((entry) => {
    const name = textAt(entry, field);
    return name ? [{ kind: 'Secret' as const, namespace, name, keys: tlsKeys }] : [];
  });
}

/** A Bundle makes a ConfigMap or a Secret of its own name in every namespace that it selects. */
function bundle({ object }: LocatedObject): readonly MadeConfiguration[] {
  const name = textAt(object, 'metadata', 'name');
  if (!name) return [];
  return (['ConfigMap', 'Secret'] as const).flatMap((kind) => {
    const target = fieldAt(object, 'spec', 'target', kind === 'Secret' ? 'secret' : 'configMap');
    return target === undefined ? [] : [{ kind, namespace: '*', name, keys: undefined }];
  });
}
