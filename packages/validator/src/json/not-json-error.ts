/** A value that no API server could be sent, and where it is. */
export class NotJsonError extends Error {
  /** JSON pointer (RFC 6901) to the value. */
  readonly pointer: string;
  /** What stands there, for example `the number NaN`. */
  readonly found: string;

  constructor(pointer: string, found: string) {
    super(`${pointer === '' ? 'The value' : pointer} is ${found}, which JSON cannot hold`);
    this.name = 'NotJsonError';
    this.pointer = pointer;
    this.found = found;
  }
}
