/** How a run ends, as the exit code says it. */
export const exitCodes = {
  fine: 0,
  findings: 1,
  model: 2,
  environment: 3,
  defect: 70,
  interrupted: 130,
} as const;

/** Something that a person can put right. The CLI prints the sentence, the lines and the hint, and exits with the code. */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** One sentence that begins with the place. */
  readonly sentence: string;
  readonly hint: string;
  readonly exitCode: number;
  /** Shown between sentence and hint, as they are: an offending line of source. */
  readonly lines: readonly string[];

  constructor(
    sentence: string,
    hint: string,
    { exitCode = exitCodes.model, lines = [] }: { exitCode?: number; lines?: readonly string[] } = {},
  ) {
    super(sentence);
    this.sentence = sentence;
    this.hint = hint;
    this.exitCode = exitCode;
    this.lines = lines;
  }
}
