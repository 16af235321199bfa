// oxlint-disable-next-line import/no-unassigned-import -- @peculiar/x509 wants it loaded before itself
import 'reflect-metadata';
import type { webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
  type X509Certificate,
} from '@peculiar/x509';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
/** A rehearsal takes minutes; one that is kept, days. */
const validDays = 30;

/** PEM texts. */
export interface KeyPair {
  readonly certificate: string;
  /** PKCS #8. */
  readonly key: string;
}

/** A certificate authority that lives as long as a rehearsal. */
export interface Authority {
  /** PEM. */
  readonly certificate: string;
  /** For a server on `addresses` (IP) and `names` (DNS). */
  server(subject: {
    readonly name: string;
    readonly addresses: readonly string[];
    readonly names: readonly string[];
  }): Promise<KeyPair>;
  /** For a client: Kubernetes reads its user from the name and its groups from the organizations. */
  client(subject: { readonly name: string; readonly groups?: readonly string[] }): Promise<KeyPair>;
}

export async function newAuthority(name: string): Promise<Authority> {
  const keys = await newKeys();
  const subject = distinguishedName(name);
  const root = await X509CertificateGenerator.createSelfSigned({
    name: subject,
    keys,
    signingAlgorithm: algorithm,
    ...validity(),
    extensions: [
      new BasicConstraintsExtension(true, undefined, true),
      new KeyUsagesExtension(
        KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign | KeyUsageFlags.digitalSignature,
        true,
      ),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const issue = (leaf: Leaf): Promise<KeyPair> => issueLeaf(root, keys.privateKey, leaf);
  return {
    certificate: root.toString('pem'),
    server: ({ name, addresses, names }) =>
      issue({
        subject: distinguishedName(name),
        usage: ExtendedKeyUsage.serverAuth,
        alternatives: [
          ...addresses.map((value) => ({ type: 'ip' as const, value })),
          ...names.map((value) => ({ type: 'dns' as const, value })),
        ],
      }),
    client: ({ name, groups = [] }) =>
      issue({
        subject: distinguishedName(name, groups),
        usage: ExtendedKeyUsage.clientAuth,
        alternatives: [],
      }),
  };
}

interface Leaf {
  readonly subject: Subject;
  readonly usage: ExtendedKeyUsage;
  readonly alternatives: ConstructorParameters<typeof SubjectAlternativeNameExtension>[0] &
    readonly unknown[];
}

type Subject = { [attribute: string]: string[] }[];

async function issueLeaf(
  root: X509Certificate,
  signingKey: webcrypto.CryptoKey,
  leaf: Leaf,
): Promise<KeyPair> {
  const keys = await newKeys();
  const certificate = await X509CertificateGenerator.create({
    subject: leaf.subject,
    issuer: root.subject,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: algorithm,
    ...validity(),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([leaf.usage]),
      await AuthorityKeyIdentifierExtension.create(root.publicKey),
      ...(leaf.alternatives.length > 0 ? [new SubjectAlternativeNameExtension(leaf.alternatives)] : []),
    ],
  });
  return { certificate: certificate.toString('pem'), key: await pemOf(keys.privateKey) };
}

/** Key pairs that sign and verify the tokens of service accounts: PEM. */
export async function newSigningKeys(): Promise<{ readonly privateKey: string; readonly publicKey: string }> {
  const keys = await newKeys();
  const spki = await crypto.subtle.exportKey('spki', keys.publicKey);
  return { privateKey: await pemOf(keys.privateKey), publicKey: PemConverter.encode(spki, 'PUBLIC KEY') };
}

function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
}

async function pemOf(key: webcrypto.CryptoKey): Promise<string> {
  return PemConverter.encode(await crypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

function distinguishedName(name: string, organizations: readonly string[] = []): Subject {
  return [...organizations.map((organization) => ({ O: [organization] })), { CN: [name] }];
}

function validity(): { notBefore: Date; notAfter: Date } {
  const now = Date.now();
  // An hour back: clocks of containers differ.
  return { notBefore: new Date(now - 3_600_000), notAfter: new Date(now + validDays * 86_400_000) };
}
