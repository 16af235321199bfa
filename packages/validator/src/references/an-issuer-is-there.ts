import type { ClusterCheck } from '../check/check.ts';
import { fieldAt, recordAt, textAt } from '../json/fields.ts';
import { appendPointer } from '../json/json-pointer.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import { checkThere } from './lookup/check-there.ts';
import { namespaceOf } from './lookup/identity.ts';

export const anIssuerIsThere: ClusterCheck = {
  rule: 'The issuer of a certificate is there',
  explanation: {
    code: 'SEA3414',
    title: 'An Issuer or ClusterIssuer is missing',
    meaning:
      'A Certificate, or the annotation of an Ingress or Gateway, names an issuer of cert-manager that does not exist. The certificate is never issued, and its Secret never made.',
    fix: 'Correct the name or the kind: an Issuer (the default of a Certificate) is looked for in the same namespace, a ClusterIssuer is for all of them.',
  },
  run(cluster, say) {
    const annotated = [
      ...cluster.ofKind('networking.k8s.io', 'Ingress'),
      ...cluster.ofKind('gateway.networking.k8s.io', 'Gateway'),
    ];
    const references = [
      ...cluster.ofKind('cert-manager.io', 'Certificate').flatMap(ofCertificate),
      ...annotated.flatMap(ofAnnotations),
    ];
    for (const { by, kind, name, field } of references)
      checkThere(cluster, say, {
        by,
        field,
        group: 'cert-manager.io',
        kind,
        namespace: kind === 'ClusterIssuer' ? undefined : namespaceOf(by),
        name,
        verb: 'is issued by',
        hint: `Add the ${kind}, or name one that there is.`,
      });
  },
};

interface IssuerReference {
  readonly by: LocatedObject;
  readonly kind: string;
  readonly name: string;
  readonly field: string;
}

/** Issuers of other groups (AWS PCA, step-ca) are kinds of their own controllers. */
const isOwn = (group: unknown, kind: string): boolean =>
  (!group || group === 'cert-manager.io') && (kind === 'Issuer' || kind === 'ClusterIssuer');

function ofCertificate(by: LocatedObject): readonly IssuerReference[] {
  const name = textAt(by.object, 'spec', 'issuerRef', 'name');
  const kind = textAt(by.object, 'spec', 'issuerRef', 'kind') || 'Issuer';
  if (!name || !isOwn(fieldAt(by.object, 'spec', 'issuerRef', 'group'), kind)) return [];
  return [{ by, kind, name, field: '/spec/issuerRef/name' }];
}

function ofAnnotations(by: LocatedObject): readonly IssuerReference[] {
  const annotations = recordAt(by.object, 'metadata', 'annotations');
  return (['issuer', 'cluster-issuer'] as const).flatMap((annotation) => {
    const key = `cert-manager.io/${annotation}`;
    const name = textAt(annotations, key);
    const kind =
      annotation === 'issuer'
        ? (textAt(annotations, 'cert-manager.io/issuer-kind') ?? 'Issuer')
        : 'ClusterIssuer';
    if (!name || !isOwn(annotations['cert-manager.io/issuer-group'], kind)) return [];
    return [{ by, kind, name, field: appendPointer('/metadata/annotations', key) }];
  });
}
