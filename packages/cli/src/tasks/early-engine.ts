import type { SchemaEngine, SchemaSource } from '@seatrial/validator';
import { openEngine } from '../validate/open-engine.ts';

/**
 * An engine for the tasks of a run. Where they are few it starts while the models are still running, because something has
 * changed there and is asked about; a run over everything mostly knows the answers, and a guest takes a second of a core.
 */
export interface EarlyEngine {
  /** The engine, which from now on reads these schemas. @throws MissingFromCache */
  readonly open: (schemas: SchemaSource) => SchemaEngine;
  readonly close: () => Promise<void>;
}

/** Tasks of a run that counts as one over everything. */
const many = 20;

/** @param tasks how many there are */
export function earlyEngine(tasks: number): EarlyEngine {
  let source: SchemaSource | undefined;
  const schemas: SchemaSource = {
    read: (digest) => source?.read(digest) ?? Promise.reject(new Error('No schema is known yet.')),
  };
  let engine: SchemaEngine | undefined;
  let failure: unknown;
  try {
    engine = openEngine(schemas);
    // A question that cannot be answered is enough: the first one starts the guest.
    if (tasks < many) engine.check([{ schema: 'none', json: '{}' }]).catch(() => undefined);
  } catch (error) {
    // Told when the engine is asked for: a model that does not load, or a stale tree, comes first.
    failure = error;
  }
  return {
    open(given) {
      if (engine === undefined) throw failure;
      source = given;
      return engine;
    },
    close: async () => engine?.close(),
  };
}
