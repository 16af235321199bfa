/** Something that only `seatrial prepare` makes is not there. The CLI prints the sentence and exits with 3. */
export class MissingFromCache extends Error {
  override readonly name = 'MissingFromCache';
  /** What is missing, as a person says it: `helm v3.19.5`, `Kubernetes 1.29.15`. */
  readonly thing: string;

  constructor(thing: string, command = 'seatrial prepare') {
    super(`${thing} is not prepared: run \`${command}\`.`);
    this.thing = thing;
  }
}
