import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { KubernetesObject } from '@seatrial/compiler';

interface Change {
  readonly type: string;
  readonly object: KubernetesObject;
}

/** As much of an API server as a client has to cope with: objects in memory, watches, and the ways in which both fail. */
export interface FakeApiServer {
  readonly address: string;
  /** Paths asked for, in order, with their method. */
  readonly asked: readonly string[];
  readonly connections: () => Promise<number>;
  define(apiVersion: string, kind: string, plural: string): void;
  undefine(apiVersion: string, plural: string): void;
  put(plural: string, name: string, data?: unknown): void;
  remove(plural: string, name: string): void;
  /** Ends the connection of every watch, without a word. */
  cutWatches(): void;
  /** Versions before now are no longer kept: a watch from one of them is answered with 410. */
  compact(): void;
  /** How many watches are open. */
  watches(): number;
  /** Connections are taken, and nothing is answered. */
  hang(): void;
  answer(): void;
  leave(): Promise<void>;
  comeBack(): Promise<void>;
}

export async function startFakeApiServer(): Promise<FakeApiServer> {
  const kinds = new Map<string, { apiVersion: string; kind: string; plural: string }>();
  const objects = new Map<string, KubernetesObject>();
  const changes: (Change & { plural: string; version: number })[] = [];
  const watching = new Map<ServerResponse, string>();
  const asked: string[] = [];
  let version = 100;
  let oldest = 0;
  let hanging = false;

  const send = (response: ServerResponse, status: number, body: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const refuse = (response: ServerResponse, code: number, reason: string, message: string): void =>
    send(response, code, { kind: 'Status', code, reason, message });

  function happen(type: string, plural: string, object: KubernetesObject): void {
    changes.push({ type, plural, object, version });
    for (const [response, of] of watching) {
      if (of === plural) response.write(`${JSON.stringify({ type, object })}\n`);
    }
  }

  function watch(response: ServerResponse, plural: string, from: number): void {
    response.writeHead(200, { 'content-type': 'application/json' });
    if (from < oldest) {
      const object = { kind: 'Status', code: 410, reason: 'Expired', message: 'too old resource version' };
      response.end(`${JSON.stringify({ type: 'ERROR', object })}\n`);
      return;
    }
    response.flushHeaders();
    watching.set(response, plural);
    response.on('close', () => watching.delete(response));
    for (const { type, object } of changes.filter(
      (change) => change.plural === plural && change.version > from,
    )) {
      response.write(`${JSON.stringify({ type, object })}\n`);
    }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
    asked.push(`${String(request.method)} ${pathname}`);
    if (hanging) return;
    if (pathname === '/readyz') return void response.end('ok');
    const inGroup = [...kinds.values()].filter(({ apiVersion }) => pathname === `/apis/${apiVersion}`);
    if (inGroup.length > 0) {
      const resources = inGroup.map(({ kind, plural }) => ({ name: plural, kind, namespaced: false }));
      return send(response, 200, {
        resources: [...resources, { name: 'x/status', kind: 'Other', namespaced: false }],
      });
    }
    const [, apis, group, apiVersion, plural = '', name] = pathname.split('/');
    const known = kinds.get(plural);
    if (apis !== 'apis' || known?.apiVersion !== `${String(group)}/${String(apiVersion)}`) {
      return void response.writeHead(404).end('404 page not found\n');
    }
    if (request.method === 'POST') {
      const object = (await json(request)) as KubernetesObject;
      return refuse(response, 409, 'AlreadyExists', `${plural} "${object.metadata.name}" already exists`);
    }
    if (searchParams.has('watch')) {
      return watch(response, plural, Number(searchParams.get('resourceVersion')));
    }
    const items = [...objects].filter(([key]) => key.startsWith(`${plural}/`)).map(([, object]) => object);
    if (name === undefined) {
      return send(response, 200, { metadata: { resourceVersion: String(version) }, items });
    }
    const object = objects.get(`${plural}/${name}`);
    if (object === undefined) return refuse(response, 404, 'NotFound', `${plural} "${name}" not found`);
    send(response, 200, object);
  }

  const server = createServer((request, response) => void serve(request, response));
  const listen = (port: number): Promise<void> =>
    new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const connections = (): Promise<number> =>
    new Promise((resolve) => server.getConnections((_, count) => resolve(count)));
  await listen(0);
  const { port } = server.address() as AddressInfo;

  return {
    address: `http://127.0.0.1:${String(port)}`,
    asked,
    connections,
    define: (apiVersion, kind, plural) => void kinds.set(plural, { apiVersion, kind, plural }),
    undefine: (_, plural) => void kinds.delete(plural),
    put(plural, name, fields = {}) {
      version += 1;
      const before = objects.get(`${plural}/${name}`);
      const uid = before?.metadata['uid'] ?? `uid-${String(version)}`;
      const known = kinds.get(plural);
      const object = {
        apiVersion: known?.apiVersion ?? '',
        kind: known?.kind ?? '',
        metadata: { name, uid, resourceVersion: String(version) },
        ...(fields as object),
      };
      objects.set(`${plural}/${name}`, object);
      happen(before === undefined ? 'ADDED' : 'MODIFIED', plural, object);
    },
    remove(plural, name) {
      version += 1;
      const object = objects.get(`${plural}/${name}`);
      if (object === undefined) throw new Error(`no ${plural}/${name}`);
      objects.delete(`${plural}/${name}`);
      const metadata = { ...object.metadata, resourceVersion: String(version) };
      happen('DELETED', plural, { ...object, metadata });
    },
    cutWatches: () => {
      for (const response of watching.keys()) response.destroy();
    },
    compact: () => void (oldest = version),
    watches: () => watching.size,
    hang: () => void (hanging = true),
    answer: () => void (hanging = false),
    async leave() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
    comeBack: () => listen(port),
  };
}
