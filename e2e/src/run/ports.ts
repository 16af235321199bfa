import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { Infrastructure } from './outcome-errors.ts';

// Below the range from which systems take the local end of outgoing connections (Linux 32768, others 49152): a port
// that nobody listens on yet is not lost to somebody's client in the meantime.
const lowest = 15_000;
const blockSize = 200;
const blockCount = 85;

let ports = takePorts();

/** Ports on which nobody listens, and that are given only once. @throws Infrastructure when there are none left. */
export async function freePorts<const Names extends readonly string[]>(
  ...names: Names
): Promise<Record<Names[number], number>> {
  const named = await Promise.all(names.map(async (name) => [name, await freePort()] as const));
  return Object.fromEntries(named) as Record<Names[number], number>;
}

export async function freePort(): Promise<number> {
  for (;;) {
    const { value, done } = await ports.next();
    if (done === true) {
      ports = takePorts();
      throw new Infrastructure('no port of this machine is free for a rehearsal: others take them all');
    }
    // On every address: some programs cannot be told to listen on loopback only.
    const server = await listen(value, '0.0.0.0');
    if (server === undefined) continue;
    await new Promise((resolve) => server.close(resolve));
    return value;
  }
}

/**
 * Takes block after block. Whoever listens on the first port of a block has the others, until its process ends: so no two
 * rehearsals find the same port free. (The calls of an async generator wait for each other.)
 */
async function* takePorts(): AsyncGenerator<number, void> {
  const first = randomInt(blockCount);
  for (let taken = 0; taken < blockCount; taken += 1) {
    const start = lowest + ((first + taken) % blockCount) * blockSize;
    const guard = await listen(start, '127.0.0.1');
    if (guard === undefined) continue;
    guard.unref();
    for (let port = start + 1; port < start + blockSize; port += 1) yield port;
  }
}

/** Undefined: somebody has it. */
function listen(port: number, host: string): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}
