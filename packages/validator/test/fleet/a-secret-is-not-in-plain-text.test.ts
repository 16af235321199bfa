import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { aSecretIsNotInPlainText } from '../../src/fleet/a-secret-is-not-in-plain-text.ts';
import { fleetView, nothing, oddView, pair, said } from './fleet-view.ts';

const clusters = { paris: pair.paris };
const inBase = (secret: string) =>
  said(
    aSecretIsNotInPlainText,
    fleetView(
      { api: { bases: { legacy: { path: 'base' } } } },
      { clusters, failover: {} },
      { bases: { base: [parse(secret)] } },
    ),
  );
const inChart = (secret: string) =>
  said(
    aSecretIsNotInPlainText,
    fleetView(
      { api: { charts: { web: { repository: 'https://charts.example', version: '1' } } } },
      { clusters, failover: {} },
      { charts: { web: [parse(secret)] } },
    ),
  );
const base64 = (text: string) => Buffer.from(text).toString('base64');
const secret = (fields: string) =>
  `{ apiVersion: v1, kind: Secret, metadata: { name: db, namespace: api }, ${fields} }`;
const argoCd = (type: string, fields: string) => `
apiVersion: v1
kind: Secret
metadata: { name: db, labels: { argocd.argoproj.io/secret-type: ${type} } }
${fields}`;

const wrong: [string, string, string][] = [
  [
    'a password in base64',
    secret(`data: { username: ${base64('shop')}, password: ${base64('correct horse')} }`),
    'error paris Secret/db /data/password: Secret api/db holds password in plain text.',
  ],
  [
    'a password as it is',
    secret('stringData: { DB_PASSWORD: correct-horse, API_TOKEN: abc }'),
    'error paris Secret/db /stringData/DB_PASSWORD: Secret api/db holds DB_PASSWORD and API_TOKEN in plain text.',
  ],
  [
    'a file that nobody calls a secret',
    secret('stringData: { alertmanager.yaml: "route: {}" }'),
    'warning paris Secret/db /stringData/alertmanager.yaml: Secret api/db holds alertmanager.yaml in plain text.',
  ],
  [
    'a private key beside a certificate',
    secret('stringData: { tls.crt: CERT, tls.key: KEY }'),
    'error paris Secret/db /stringData/tls.key: Secret api/db holds tls.key in plain text.',
  ],
];

test.each(wrong)('%s of a base', (_name, text, expected) => {
  expect(inBase(text)).toEqual({ findings: [expected], notChecked: [] });
});

test.each([
  ['encrypted by SOPS', secret('data: { password: "ENC[AES256_GCM,data:x]" }, sops: { version: "3" }')],
  ['a reference of a plugin', secret('stringData: { password: "<path:secret/data/db#password>" }')],
  ['a reference of Vault', secret('stringData: { password: "vault:secret/data/db#password" }')],
  ['to be filled in', secret('stringData: { password: "${DB_PASSWORD}" }')],
  ['empty', secret('data: { password: "" }')],
  [
    'open to everybody',
    secret('stringData: { ca.crt: CERT, tls.crt: CERT, username: shop, host: db.shop.example }'),
  ],
  ['without values', secret('type: kubernetes.io/service-account-token')],
  [
    'sealed',
    '{ apiVersion: bitnami.com/v1alpha1, kind: SealedSecret, metadata: { name: db }, spec: { encryptedData: { password: AgB } } }',
  ],
  [
    'an Argo CD repository without credentials',
    argoCd(
      'repository',
      'stringData: { url: "https://git.example/a.git", name: a, type: git, password: "" }',
    ),
  ],
  [
    'an Argo CD cluster that signs in by its role',
    argoCd('cluster', `stringData: { server: "https://a", config: '{"awsAuthConfig":{}}' }`),
  ],
])('a Secret that is %s', (_name, text) => {
  expect(inBase(text)).toEqual(nothing);
});

test('what a chart makes up is in no repository, but credentials of Argo CD are', () => {
  expect(inChart(secret('stringData: { password: drawn-by-lot }'))).toEqual(nothing);
  expect(
    inChart(argoCd('repository', 'stringData: { url: "https://git.example/a.git", password: secret }'))
      .findings,
  ).toEqual(['error paris Secret/db /stringData/password: Secret db holds password in plain text.']);
  expect(inChart(argoCd('cluster', `stringData: { config: '{"bearerToken": "ey"}' }`)).findings).toHaveLength(
    1,
  );
});

test('objects of any shape', () => {
  expect(said(aSecretIsNotInPlainText, oddView())).toEqual(nothing);
});
