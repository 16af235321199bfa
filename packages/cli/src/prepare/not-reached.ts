/** A chart could not be had from its source. No error of a run: the chart stays by reference. */
export class NotReached extends Error {
  override readonly name = 'NotReached';
}
