/** A guest that answers lines with lines, in a sandbox with files of its own. */
export interface Guest {
  writeFile(path: string, text: string): Promise<void>;
  write(text: string): Promise<void>;
  /** The next line of stdout; undefined when the guest has ended. */
  nextLine(): Promise<string | undefined>;
  /** How the guest ended, as the second half of a sentence; waits for its end. */
  ending(): Promise<string>;
  /** Ends the guest at once, also when it hangs. */
  kill(): Promise<void>;
  /** Closes the guest's stdin, waits for its end, and releases everything. */
  close(): Promise<void>;
}
