import { execFile } from 'node:child_process';
import { createServer } from 'node:net';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { freePort, freePorts } from '../../src/run/ports.ts';

const listenOn = (port: number): Promise<() => void> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(() => server.close()));
  });

test('a port is free, and given once, however many are asked for at a time', async () => {
  const { one, two } = await freePorts('one', 'two');
  const many = await Promise.all(Array.from({ length: 400 }, () => freePort()));
  expect(new Set([one, two, ...many]).size).toBe(402);
  expect(Math.max(...many)).toBeLessThan(32_768);
  const closes = await Promise.all([one, two, ...many.slice(0, 50)].map(listenOn));
  for (const close of closes) close();
});

test('two processes never get the same port', async () => {
  const module = fileURLToPath(new URL('../../src/run/ports.ts', import.meta.url));
  const script = `
    const { freePort } = await import(${JSON.stringify(module)});
    const ports = await Promise.all(Array.from({ length: 150 }, freePort));
    console.log(JSON.stringify(ports));
    await new Promise((resolve) => setTimeout(resolve, 2000));
  `;
  const runs = await Promise.all(
    [1, 2, 3, 4].map(() => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])),
  );
  const ports = runs.flatMap(({ stdout }) => JSON.parse(stdout) as number[]);
  expect(new Set(ports).size).toBe(600);
});
