import { expect, test } from 'vitest';
import { aCredentialIsNotInPlainText } from '../../src/fleet/a-credential-is-not-in-plain-text.ts';
import { fleetView, nothing, oddView, pair, said } from './fleet-view.ts';

const one = { clusters: { paris: pair.paris }, failover: {} };
const check = (application: object) =>
  said(aCredentialIsNotInPlainText, fleetView({ api: application }, one));
const inText = (text: string) =>
  check({ objects: { settings: { apiVersion: 'v1', kind: 'ConfigMap', data: { 'app.conf': text } } } });
const random = (length: number, alphabet = 'aB3dE6gH9kL2mN5p') =>
  Array.from({ length }, (_, index) => alphabet[(index * 7 + 3) % alphabet.length]).join('');

// Put together here, so that no scanner takes this file for a leak.
const credentials: [string, string][] = [
  [
    'a private key',
    `-----BEGIN RSA ${'PRIVATE KEY'}-----\n${random(64)}\n${random(64)}\n-----END RSA ${'PRIVATE KEY'}-----`,
  ],
  ['a private key', `{"private_key": "-----BEGIN ${'PRIVATE KEY'}-----\\n${random(64)}\\n"}`],
  ['an AWS access key', `aws_access_key_id = ${'AKIA'}${random(16, 'ABCDEFGH234567')}`],
  ['a GitHub token', `token: ${'ghp'}_${random(36)}`],
  ['a GitLab token', `${'glpat'}-${random(20)}`],
  ['a Slack token', `${'xoxb'}-123456789012-${random(24)}`],
  [
    'a Slack webhook',
    `https://hooks.slack.com/services/T${random(9, 'A1B2')}/B${random(9, 'C3D4')}/${random(24)}`,
  ],
  ['a Stripe key', `${'sk_live'}_${random(24)}`],
  ['a Google API key', `key=${'AIza'}${random(35)}`],
  ['a SendGrid key', `${'SG'}.${random(22)}.${random(43)}`],
  ['an age key', `${'AGE-SECRET'}-KEY-1${random(58, 'ABCDEF234567')}`],
  ['a password in a URL', 'url: postgres://shop:correct-horse@db.shop.example:5432/shop'],
  ['a password in a URL', 'redis://:correct-horse@cache:6379/0'],
];

test.each(credentials)('%s in a ConfigMap', (what, text) => {
  expect(inText(text)).toEqual({
    findings: [
      `error paris ConfigMap/settings /data/app.conf: ConfigMap api/settings holds ${what} in plain text.`,
    ],
    notChecked: [],
  });
});

test.each([
  'the example of the documentation: AKIAIOSFODNN7EXAMPLE',
  'a certificate: -----BEGIN CERTIFICATE-----\nMIIB',
  `a heading without a key: -----BEGIN ${'PRIVATE KEY'}-----\n...`,
  'https://hooks.slack.com/services/TXXXXXXXX/BXXXXXXXX/XXXXXXXXXXXXXXXXXXXXXXXX',
  'postgres://shop:$(DB_PASSWORD)@db:5432/shop',
  'postgres://shop:${DB_PASSWORD}@db:5432/shop',
  'postgres://{{ .Values.user }}:{{ .Values.password }}@db',
  'postgres://shop:<password>@db, postgres://shop:****@db, postgres://username:password@host',
  '# for example postgres://shop:correct-horse@db',
  'https://db.shop.example:8443/a@b, git+ssh://git@git.example:22/shop.git',
  'image: registry.example/shop/api@sha256:0123',
])('"%s" is none', (text) => {
  expect(inText(text)).toEqual(nothing);
});

const workload = (environment: object) => ({
  workloads: { api: { image: 'registry.example/api:1', environment } },
});

test('a variable that is named password', () => {
  expect(check(workload({ LOG_LEVEL: 'info', DB_PASSWORD: 'correct-horse' })).findings).toEqual([
    'error paris Deployment/api /spec/template/spec/containers/0/env/1/value: Deployment api/api holds the password DB_PASSWORD in plain text.',
  ]);
});

test.each([
  { DB_PASSWORD: '' },
  { DB_PASSWORD: '$(OTHER)' },
  { ALLOW_EMPTY_PASSWORD: 'yes' },
  { DB_PASSWORD_FILE: '/run/secrets/db' },
  { REQUIRE_PASSWORD: '1' },
  { PASSWORD_POLICY: 'strict' },
])('the variable %o is none', (environment) => {
  expect(check(workload(environment))).toEqual(nothing);
});

test('a line of a ConfigMap, and no field of another kind', () => {
  const settings = {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { 'admin-password': 'correct-horse', user: 'a' },
  };
  expect(check({ objects: { settings } }).findings).toEqual([
    'error paris ConfigMap/settings /data/admin-password: ConfigMap api/settings holds the password admin-password in plain text.',
  ]);
  const external = {
    apiVersion: 'a.example/v1',
    kind: 'Database',
    spec: { secretKeys: { password: 'admin-password' } },
  };
  expect(check({ objects: { external } })).toEqual(nothing);
});

test('the values of a chart, rendered or not, once for all placements', () => {
  const chart = (values: object) => ({
    api: { charts: { grafana: { repository: 'https://charts.example', version: '1', values } } },
  });
  const view = fleetView(
    chart({ adminUser: 'admin', adminPassword: 'correct-horse', auth: { existingSecret: 'a' } }),
  );
  expect(said(aCredentialIsNotInPlainText, view).findings).toEqual([
    'error paris: The values of the chart grafana of api hold the password adminPassword in plain text, at adminPassword.',
  ]);
  const fine = {
    adminPassword: '',
    passwordKey: 'admin-password',
    db: { password: '$__file{/etc/secrets/db}' },
  };
  expect(said(aCredentialIsNotInPlainText, fleetView(chart(fine)))).toEqual(nothing);
});

test('a credential is never shown', () => {
  expect(JSON.stringify(inText('postgres://shop:correct-horse@db'))).not.toContain('correct-horse');
});

test('objects of any shape', () => {
  expect(said(aCredentialIsNotInPlainText, oddView())).toEqual(nothing);
});
