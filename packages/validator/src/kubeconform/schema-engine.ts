/** One object to check. */
export interface SchemaTask {
  /** Digest of the schema. */
  readonly schema: string;
  /** The object as JSON text on one line (see `stableJson`). */
  readonly json: string;
}

/** One thing that is wrong with an object. */
export interface SchemaProblem {
  /** JSON pointer (RFC 6901) into the object. */
  readonly path: string;
  readonly message: string;
}

/** What the engine says of one object. `error`: it could not be checked, which never means that it passed. */
export type SchemaAnswer =
  | { readonly status: 'valid' }
  | { readonly status: 'invalid'; readonly problems: readonly SchemaProblem[] }
  | { readonly status: 'error'; readonly message: string };

/** Checks objects against JSON schemas. */
export interface SchemaEngine {
  /** Changes when the same question could get another answer. */
  readonly identity: string;
  /**
   * One answer for each task, in the same order. Rejects with {@link EngineFailure} when the engine itself fails; then
   * nothing of the batch counts as checked, and the engine answers no further batch.
   */
  check(batch: readonly SchemaTask[]): Promise<readonly SchemaAnswer[]>;
  /** Ends everything that the engine started; may be called twice, and when nothing was started. */
  close(): Promise<void>;
}

/** The engine did not do its work. Its message is one sentence. */
export class EngineFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EngineFailure';
  }
}
