import type { Finding } from '@seatrial/compiler';

/** A place in a file; both count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One YAML document of a file. */
export interface SourceDocument {
  /** 0 is the first document of the file; empty ones count, and are not listed. */
  readonly index: number;
  /**
   * Plain JSON, with aliases and merge keys written out; nodes that are aliases of each other are one value. Integers
   * beyond 2^53 are rounded, as everything that JSON.parse reads.
   */
  readonly value: unknown;
  /** Where the key or the item of a JSON pointer stands, or the nearest node above it that is there. */
  locate(pointer: string): Position;
}

/** What a file says, whatever it is about. */
export interface SourceDocuments {
  readonly path: string;
  readonly documents: readonly SourceDocument[];
  readonly findings: readonly Finding[];
}

/** One object of a manifest. */
export interface SourceObject {
  /** A mapping; nothing is promised of its fields. */
  readonly object: Readonly<Record<string, unknown>>;
  readonly document: SourceDocument;
  /** JSON pointer to the object in its document: empty, or below the `items` of a List. */
  readonly pointer: string;
  /** As {@link SourceDocument.locate}, for a pointer within the object. */
  locate(pointer: string): Position;
}

/** What a manifest says. */
export interface SourceText extends SourceDocuments {
  /** Lists are written out, also nested ones. */
  readonly objects: readonly SourceObject[];
}
