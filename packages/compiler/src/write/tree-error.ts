/** Something around the tree that stops a run: a read-only folder, a full disk, a lock. Not a fault of the model. */
export class TreeError extends Error {
  /** What is wrong and where, in one sentence. */
  readonly sentence: string;
  /** The way out, in one sentence. */
  readonly hint: string;

  constructor(sentence: string, hint: string, cause?: unknown) {
    super(sentence, { cause });
    this.name = 'TreeError';
    this.sentence = sentence;
    this.hint = hint;
  }
}

const hints: Readonly<Record<string, string>> = {
  ENOSPC: 'Free some space on that disk and run the command again.',
  EDQUOT: 'Free some space in that quota and run the command again.',
  EROFS: 'Make the folder writable, or run `seatrial compile --check`, which only reads.',
  EACCES: 'Give yourself the right to write there, or run `seatrial compile --check`, which only reads.',
  EPERM: 'Give yourself the right to write there, or run `seatrial compile --check`, which only reads.',
  EXDEV: 'Keep the whole tree on one file system: move it, or unmount what is mounted inside it.',
};

const reasons: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'it is on a read-only file system',
  EACCES: 'permission is denied',
  EPERM: 'the system does not allow it',
  EXDEV: 'a part of it is on another file system',
};

/**
 * What a failed file operation means for a person. `outcome` says what became of the tree.
 * @param doing for example `write clusters/shop`
 */
export function treeErrorFrom(error: unknown, doing: string, outcome: string): TreeError {
  if (error instanceof TreeError) return error;
  const code = codeOf(error);
  const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error));
  const hint = hints[code] ?? 'Look at that path, then run the command again.';
  return new TreeError(`Cannot ${doing}: ${reason}; ${outcome}.`, hint, error);
}

/** The system's code of a failed file operation, for example `ENOENT`; empty for any other error. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}
