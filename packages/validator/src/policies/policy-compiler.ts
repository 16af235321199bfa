/** Compiles the Rego of templates; behind it is a process or a cache, so that this package needs neither. */
export interface PolicyCompiler {
  /** A name for everything that the result follows from beside the source: the compiler and its version. */
  readonly identity: string;
  /** One answer for each source, in order. Throws only when the compiler itself fails. */
  compile(sources: readonly PolicySource[]): Promise<readonly (CompiledPolicy | CompileFailure)[]>;
}

/** The Rego of one template. */
export interface PolicySource {
  readonly rego: string;
  readonly libs: readonly string[];
  /** `v1` for Rego v1; Gatekeeper reads anything else as v0. */
  readonly version: 'v0' | 'v1';
}

export interface CompiledPolicy {
  readonly wasm: Uint8Array<ArrayBuffer>;
  /** Kinds that it looks up in `data.inventory`: none, or `*` for any. */
  readonly inventory: readonly string[];
  /** Whether it may look at `input.review.namespaceObject`. */
  readonly namespaceObject: boolean;
}

export interface CompileFailure {
  /** What the compiler said, without a place. */
  readonly message: string;
  /** `rego`, or `libs/0` for the first library; absent where the compiler names no place. */
  readonly module?: string;
  /** Counts from 1. */
  readonly row?: number;
  readonly col?: number;
}
