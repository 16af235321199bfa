import { recordAt, textAt } from '../../json/fields.ts';
import { isRecord } from '../../json/is-record.ts';
import { appendPointer } from '../../json/json-pointer.ts';
import { credentialIn, isReference, namesPassword } from './credential.ts';

/** A value that a Secret holds in plain text (base64 hides nothing). */
export interface SecretValue {
  readonly key: string;
  /** JSON pointer to it. */
  readonly field: string;
  /** Whether it can be nothing but a secret: by its name, or by its form. */
  readonly isObvious: boolean;
}

/** Where Argo CD says what a Secret of its own is for: a repository, a cluster. */
export const argoCdSecretType = ['metadata', 'labels', 'argocd.argoproj.io/secret-type'] as const;

/** Keys whose value everybody may read. */
const open =
  /^(ca|ca-bundle|tls|cert|client|server)?[.-]?(crt|cert|pem|pub)$|^(type|url|name|namespace|project|server|host|port|user|username|region|bucket|endpoint|insecure|enableOCI|forceHttpBasicAuth|email)$/i;

const telling =
  /(secret|token|credential|private|api[-_.]?key|access[-_.]?key|bearer|htpasswd|kubeconfig|dockerc(onfig|fg)|\.key$)/i;

/** The values of a Secret that are in plain text: neither encrypted by SOPS, nor references, nor open to everybody. */
export function secretValues(secret: unknown): readonly SecretValue[] {
  if (isRecord(recordAt({ secret }, 'secret')['sops'])) return [];
  const ofArgoCd = textAt(secret, ...argoCdSecretType) !== undefined;
  return (['data', 'stringData'] as const).flatMap((part) =>
    Object.entries(recordAt(secret, part)).flatMap(([key, written]): readonly SecretValue[] => {
      if (typeof written !== 'string') return [];
      const value = part === 'data' ? decoded(written) : written;
      if (isReference(value) || value.startsWith('ENC[')) return [];
      const field = appendPointer(`/${part}`, key);
      if (ofArgoCd) return isArgoCdCredential(key, value) ? [{ key, field, isObvious: true }] : [];
      const isObvious = namesPassword(key) || telling.test(key) || credentialIn(value) !== undefined;
      return !isObvious && open.test(key) ? [] : [{ key, field, isObvious }];
    }),
  );
}

/** Source: argo-cd.readthedocs.io, "Declarative Setup", Repositories, Repository Credentials and Clusters. */
function isArgoCdCredential(key: string, value: string): boolean {
  if (
    /^(password|sshPrivateKey|bearerToken|githubAppPrivateKey|tlsClientCertKey|gcpServiceAccountKey)$/.test(
      key,
    )
  )
    return true;
  return key === 'config' && /"(bearerToken|password|keyData)"\s*:\s*"[^"<${]+"/.test(value);
}

function decoded(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}
