import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { credentialsOf } from '../../src/kubernetes/access.ts';

let folder: string;
let kubeconfig: string;

const base64 = (text: string): string => Buffer.from(text).toString('base64');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'seatrial-access-'));
  kubeconfig = join(folder, 'kubeconfig');
  const answer = {
    apiVersion: 'client.authentication.k8s.io/v1',
    kind: 'ExecCredential',
    status: { token: 'made' },
  };
  const exec = {
    apiVersion: answer.apiVersion,
    command: process.execPath,
    args: ['--eval', `console.log(${JSON.stringify(JSON.stringify(answer))})`],
    interactiveMode: 'Never',
  };
  await writeFile(
    kubeconfig,
    stringify({
      'current-context': 'paris',
      clusters: [
        {
          name: 'paris',
          cluster: { server: 'https://paris.example:6443', 'certificate-authority-data': base64('ca') },
        },
        {
          name: 'dublin',
          cluster: { server: 'https://dublin.example/k8s', 'tls-server-name': 'inside.example' },
        },
      ],
      users: [
        {
          name: 'pia',
          user: { 'client-certificate-data': base64('cert'), 'client-key-data': base64('key') },
        },
        { name: 'tom', user: { token: 'kept' } },
        { name: 'eve', user: { exec } },
      ],
      contexts: [
        { name: 'paris', context: { cluster: 'paris', user: 'pia' } },
        { name: 'dublin', context: { cluster: 'dublin', user: 'tom' } },
        { name: 'asked', context: { cluster: 'dublin', user: 'eve' } },
      ],
    }),
  );
});
afterAll(() => rm(folder, { recursive: true }));

test('certificates of the current context', async () => {
  const { server, tls, headers } = await credentialsOf({ kubeconfig });
  expect(server.href).toBe('https://paris.example:6443/');
  expect({ ca: String(tls.ca), cert: String(tls.cert), key: String(tls.key) }).toEqual({
    ca: 'ca',
    cert: 'cert',
    key: 'key',
  });
  expect(await headers()).toEqual({});
});

test('a token, the name that the certificate has, and a path before the API', async () => {
  const { server, tls, headers } = await credentialsOf({ kubeconfig, context: 'dublin' });
  expect(server.href).toBe('https://dublin.example/k8s');
  expect(tls.servername).toBe('inside.example');
  expect(await headers()).toEqual({ Authorization: 'Bearer kept' });
});

test('a token that a command makes', async () => {
  const { headers } = await credentialsOf({ kubeconfig, context: 'asked' });
  expect(await headers()).toEqual({ Authorization: 'Bearer made' });
});

test('a context that is not there is told with those that are', async () => {
  await expect(credentialsOf({ kubeconfig, context: 'parsi' })).rejects.toThrow(
    `${kubeconfig} has no cluster for a context parsi: name one of paris, dublin, asked`,
  );
});
