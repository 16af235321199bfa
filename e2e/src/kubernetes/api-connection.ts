import { Agent as PlainAgent, request as requestPlain, type IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { text } from 'node:stream/consumers';
import { Infrastructure } from '../run/outcome-errors.ts';
import type { Credentials } from './access.ts';
import { ApiError } from './kubernetes.ts';
import { eachLine } from './each-line.ts';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Path and query. */
  readonly path: string;
  /** With its media type. */
  readonly body?: { readonly type: string; readonly value: unknown };
  /** Milliseconds until {@link Infrastructure}. */
  readonly within?: number;
}

/**
 * HTTP to one API server. Not the client library's: that maps known kinds to classes (dates become Date, unknown fields
 * vanish), writes paths in small letters, and knows no time-out for a request; proofs compare what the server wrote.
 */
export interface ApiConnection {
  /** The answer's JSON. @throws ApiError where the server refuses, Infrastructure where it does not answer. */
  send(request: ApiRequest): Promise<unknown>;
  /** Reads JSON lines until the server ends the answer. @throws as {@link send}, also when the connection is lost. */
  follow(path: string, signal: AbortSignal, onLine: (value: unknown) => void): Promise<void>;
  /** The status of an answer, whatever it says. @throws Infrastructure */
  status(path: string, within: number): Promise<number>;
  close(): void;
}

interface Answer {
  readonly message: IncomingMessage;
  /** The time-out no longer counts. */
  readonly settle: () => void;
  /** What a failure while reading means. */
  readonly lost: (error: unknown) => Infrastructure;
}

/** @param usual milliseconds until {@link Infrastructure} where a request says nothing else */
export function openApiConnection(name: string, credentials: Credentials, usual: number): ApiConnection {
  const secure = credentials.server.protocol === 'https:';
  const newAgent = (options: { keepAlive: boolean; maxSockets: number; timeout?: number }): PlainAgent =>
    secure ? new Agent({ ...options, ...credentials.tls }) : new PlainAgent(options);
  // An idle connection is left before the API server leaves it (90 s): a write into a closed one would be lost.
  const requests = newAgent({ keepAlive: true, maxSockets: 24, timeout: 30_000 });
  const streams = newAgent({ keepAlive: false, maxSockets: Infinity });
  const base = credentials.server.pathname.replace(/\/$/u, '');
  let closed = false;

  async function open(
    { method, path, body, within = usual }: ApiRequest,
    agent: PlainAgent,
    signal?: AbortSignal,
  ): Promise<Answer> {
    const payload = body === undefined ? undefined : JSON.stringify(body.value);
    const headers = {
      accept: 'application/json',
      'user-agent': 'seatrial',
      ...(await credentials.headers()),
      ...(body === undefined ? {} : { 'content-type': body.type }),
      ...(payload === undefined ? {} : { 'content-length': String(Buffer.byteLength(payload)) }),
    };
    if (closed) throw new Infrastructure(`the connection to ${name} is closed`);
    return await new Promise((resolve, reject) => {
      const outgoing = (secure ? request : requestPlain)({
        host: credentials.server.hostname.replace(/^\[|\]$/gu, ''),
        port: credentials.server.port === '' ? (secure ? 443 : 80) : credentials.server.port,
        path: base + path,
        method,
        headers,
        agent,
        ...(signal === undefined ? {} : { signal }),
      });
      let late: Infrastructure | undefined;
      const timer = setTimeout(() => {
        late = new Infrastructure(`the API server of ${name} gave no answer in ${String(within / 1000)} s`);
        outgoing.destroy(late);
      }, within);
      const settle = (): void => clearTimeout(timer);
      const lost = (error: unknown): Infrastructure => late ?? unanswered(name, credentials.server, error);
      outgoing.once('response', (message) => resolve({ message, settle, lost }));
      outgoing.on('error', (error) => {
        settle();
        reject(lost(error));
      });
      outgoing.end(payload);
    });
  }

  async function read({ message, settle, lost }: Answer): Promise<{ status: number; body: string }> {
    try {
      return { body: await text(message), status: message.statusCode ?? 0 };
    } catch (error) {
      throw lost(error);
    } finally {
      settle();
    }
  }

  return {
    async send(request) {
      const { status, body } = await read(await open(request, requests));
      if (status < 200 || status > 299) throw refusal(status, body);
      return body === '' ? undefined : JSON.parse(body);
    },
    async follow(path, signal, onLine) {
      const answer = await open({ method: 'GET', path }, streams, signal);
      if (answer.message.statusCode !== 200) {
        const { status, body } = await read(answer);
        throw refusal(status, body);
      }
      answer.settle();
      try {
        await eachLine(answer.message, (line) => onLine(JSON.parse(line)));
      } catch (error) {
        // Errors of a connection have a code; those of the listener are its own.
        throw error instanceof Error && 'code' in error ? answer.lost(error) : error;
      }
    },
    async status(path, within) {
      return (await read(await open({ method: 'GET', path, within }, requests))).status;
    },
    close() {
      closed = true;
      requests.destroy();
      streams.destroy();
    },
  };
}

function unanswered(name: string, server: URL, error: unknown): Infrastructure {
  if (error instanceof Infrastructure) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const how =
    code === 'ECONNREFUSED'
      ? `refuses connections (${server.host})`
      : `gave no answer: ${error instanceof Error ? error.message : String(error)}`;
  return new Infrastructure(`the API server of ${name} ${how}`, { cause: error });
}

/** A Status object where the API server itself answers; plain text where something in front of it does. */
function refusal(status: number, body: string): ApiError {
  const said = asStatus(body);
  return new ApiError(status, said.reason ?? '', said.message ?? (body.trim() || `HTTP ${String(status)}`));
}

function asStatus(body: string): { reason?: string; message?: string } {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' && parsed !== null ? parsed : {};
  } catch {
    return {};
  }
}
