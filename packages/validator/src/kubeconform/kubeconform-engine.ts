import type { SchemaSource } from '../schemas/schema-source.ts';
import { converse } from './converse.ts';
import { messageOf } from './message-of.ts';
import type { Guest } from './guest.ts';
import { EngineFailure, type SchemaAnswer, type SchemaEngine, type SchemaTask } from './schema-engine.ts';
import { startWasmerGuest } from './wasmer-guest.ts';
import { within } from './within.ts';

/** What the engine runs on. */
export interface KubeconformOptions {
  readonly guest: {
    /** Digest of the module, or of everything that it was built from. */
    readonly digest: string;
    /** The WASI module; asked for when the first batch comes. */
    load(): Promise<Uint8Array>;
  };
  readonly schemas: SchemaSource;
  /** The guest is stopped when it says nothing for so long while an object waits. Milliseconds; 60,000 unless given. */
  readonly silenceMs?: number;
}

const closingMs = 5_000;

/**
 * kubeconform as one long-lived WASI guest: started by the first batch, fed lines of single objects, one answer each.
 */
export function kubeconformEngine(options: KubeconformOptions): SchemaEngine {
  const { guest: module, schemas, silenceMs = 60_000 } = options;
  const written = new Set<string>();
  let started: Promise<Guest> | undefined;
  let failure: EngineFailure | undefined;
  let closed = false;
  let lastId = 0;
  let turn: Promise<unknown> = Promise.resolve();

  async function start(): Promise<Guest> {
    try {
      return await within(module.load().then(startWasmerGuest), silenceMs, () => {
        throw new Error(`it took longer than ${silenceMs / 1000} s`);
      });
    } catch (error) {
      throw new EngineFailure(`The kubeconform guest did not start: ${messageOf(error)}.`);
    }
  }

  /** Gives the guest the schemas that it lacks. Those that cannot be read may be there for a later batch. */
  async function writeSchemas(guest: Guest, digests: ReadonlySet<string>): Promise<Map<string, string>> {
    const unreadable = new Map<string, string>();
    for (const digest of digests) {
      if (written.has(digest)) continue;
      let text: string;
      try {
        text = await schemas.read(digest);
      } catch (error) {
        unreadable.set(digest, `the schema cannot be read: ${messageOf(error)}`);
        continue;
      }
      await guest.writeFile(`schemas/${digest}.json`, text);
      written.add(digest);
    }
    return unreadable;
  }

  async function answers(batch: readonly SchemaTask[]): Promise<readonly SchemaAnswer[]> {
    if (closed) throw new EngineFailure('The kubeconform guest was closed before it was asked.');
    if (failure !== undefined) throw failure;
    if (batch.length === 0) return [];
    try {
      const guest = await (started ??= start());
      const unreadable = await writeSchemas(guest, new Set(batch.map(({ schema }) => schema)));
      const asked = batch.filter(({ schema }) => written.has(schema));
      const told = (await converse(guest, asked, lastId + 1, silenceMs)).values();
      lastId += asked.length;
      return batch.map(({ schema }) => {
        const message = unreadable.get(schema);
        if (message !== undefined) return { status: 'error', message };
        return told.next().value ?? { status: 'error', message: 'kubeconform gave no answer' };
      });
    } catch (error) {
      failure =
        error instanceof EngineFailure
          ? error
          : new EngineFailure(`The kubeconform guest failed: ${messageOf(error)}.`);
      throw failure;
    }
  }

  return {
    identity: module.digest,
    check(batch) {
      const mine = turn.then(() => answers(batch));
      turn = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      if (closed) return;
      closed = true;
      const guest = await started?.catch(() => undefined);
      if (guest === undefined) return;
      const ended = failure === undefined ? guest.close() : guest.kill().then(() => guest.close());
      // A guest that hangs must not keep the caller from its exit: its threads end with the process.
      await within(ended, closingMs, () => undefined);
    },
  };
}
