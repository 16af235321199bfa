/** Tells a person what is being made, line by line. */
export interface Progress {
  /** One line, as it is. */
  readonly line: (text: string) => void;
  /** Says that `what` begins, does it, and says how long it took. */
  readonly step: <Result>(what: string, work: () => Promise<Result>) => Promise<Result>;
}

/** Progress that goes line by line to `write`, without line ends. */
export function progressTo(write: (line: string) => void): Progress {
  return {
    line: write,
    step: async (what, work) => {
      write(`${what} …`);
      const begin = performance.now();
      const result = await work();
      write(`${what} … ${((performance.now() - begin) / 1000).toFixed(1)} s`);
      return result;
    },
  };
}
