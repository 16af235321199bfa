import { createPrivateKey, createPublicKey, sign, verify, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { newAuthority, newSigningKeys } from '../../src/pki/authority.ts';

test('it issues certificates that its own vouches for, with names, addresses and groups', async () => {
  const authority = await newAuthority('paris');
  const root = new X509Certificate(authority.certificate);
  const server = await authority.server({
    name: 'api',
    addresses: ['127.0.0.1'],
    names: ['kubernetes.default'],
  });
  const client = await authority.client({ name: 'anna', groups: ['system:masters'] });

  const shown = new X509Certificate(server.certificate);
  expect(shown.verify(root.publicKey)).toBe(true);
  expect(shown.checkIP('127.0.0.1')).toBe('127.0.0.1');
  expect(shown.checkHost('kubernetes.default')).toBe('kubernetes.default');
  expect(shown.ca).toBe(false);
  expect(root.ca).toBe(true);
  expect(shown.checkPrivateKey(createPrivateKey(server.key))).toBe(true);
  expect(new X509Certificate(client.certificate).subject.split('\n')).toEqual([
    'O=system:masters',
    'CN=anna',
  ]);
  expect(
    new X509Certificate(client.certificate).verify(
      new X509Certificate((await newAuthority('lyon')).certificate).publicKey,
    ),
  ).toBe(false);
});

test('signing keys belong together', async () => {
  const { privateKey, publicKey } = await newSigningKeys();
  const text = Buffer.from('token');
  const signature = sign('sha256', text, createPrivateKey(privateKey));
  expect(verify('sha256', text, createPublicKey(publicKey), signature)).toBe(true);
});
