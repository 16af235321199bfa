/**
 * `tcp-proxy-program.ts FROM TO`, each an address with a port: passes connections on. Frozen (SIGSTOP), it is a network that
 * loses everything: connections hang, and go on when it is thawed. Ends when its stdin closes.
 */
import { connect, createServer } from 'node:net';

const [from, to] = process.argv.slice(2).map((place) => {
  const { hostname, port } = new URL(`tcp://${place}`);
  return { host: hostname, port: Number(port) };
});
if (from === undefined || to === undefined) throw new Error('usage: tcp-proxy-program.ts FROM TO');

const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
  const far = connect({ ...to, allowHalfOpen: true, noDelay: true });
  near.pipe(far);
  far.pipe(near);
  const drop = (): void => {
    near.destroy();
    far.destroy();
  };
  for (const side of [near, far]) side.on('error', drop).on('close', drop);
});
server.listen(from);
process.stdin.on('close', () => process.exit(0)).resume();
