import type { Anchors } from './anchors.ts';
import type { Problem } from './problem.ts';
import type { ScalarDoubt } from './scalar-doubt.ts';
import type { Position } from './source-text.ts';

/** What is known while the nodes of one document are turned into values. */
export interface Reading {
  readonly text: string;
  readonly at: (offset: number) => Position;
  readonly anchors: Anchors;
  readonly problems: Problem[];
  /** Plain scalars that mean one thing to one reader and another to the next; judged when the whole document is known. */
  readonly doubts: ScalarDoubt[];
  /** Keys and indices from the root to the node that is read. */
  readonly path: (string | number)[];
  /** Mappings that a `<<` has filled. */
  readonly merged: Set<object>;
  /** Values made so far, aliases written out. */
  size: number;
}
