/** What a command has to tell of one fleet, and how that ends. */
export interface Told {
  /** For stdout: data. */
  readonly out: string;
  /** For stderr: what is for people only. */
  readonly err: string;
  /** As the exit code of the command line. */
  readonly code: number;
}

/** Writes what is told to where it belongs, and returns the exit code. */
export function tell({ out, err, code }: Told): number {
  if (err !== '') process.stderr.write(err);
  if (out !== '') process.stdout.write(out);
  return code;
}
