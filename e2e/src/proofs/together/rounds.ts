/** Claims that go through the same commits side by side: a step is taken once, when everyone present has come to it. */
export class Rounds {
  #present: number;
  #waiting: { readonly step: string; go(result: Promise<unknown>): void }[] = [];
  #take: (() => Promise<unknown>) | undefined;

  constructor(participants: number) {
    this.#present = participants;
  }

  /** Waits for the others, and gives what `take` of one of them gives. Everyone must name the same steps in the same order. */
  async next<Result>(step: string, take: () => Promise<Result>): Promise<Result> {
    const other = this.#waiting.find((one) => one.step !== step);
    if (other !== undefined)
      throw new Error(`one claim is at "${step}" while another waits at "${other.step}"`);
    this.#take = take;
    const result = new Promise<unknown>((resolve, reject) => {
      this.#waiting.push({ step, go: (taken) => taken.then(resolve, reject) });
    });
    this.#takeIfAll();
    return (await result) as Result;
  }

  /** Someone goes, with or without success: nobody waits for them any more. */
  leave(): void {
    this.#present -= 1;
    this.#takeIfAll();
  }

  #takeIfAll(): void {
    if (this.#take === undefined || this.#waiting.length < this.#present) return;
    const [waiting, taken] = [this.#waiting, this.#take()];
    this.#waiting = [];
    this.#take = undefined;
    for (const { go } of waiting) go(taken);
  }
}
