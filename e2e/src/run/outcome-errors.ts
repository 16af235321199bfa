/** The claim is false, and this is how it shows. */
export class Disproof extends Error {
  override readonly name = 'Disproof';
}

/** What was awaited did not come in time. That alone says neither yes nor no. */
export class Timeout extends Error {
  override readonly name = 'Timeout';
  readonly awaited: string;
  /** The last state seen, in words. */
  readonly lastSeen: string;
  readonly waitedMs: number;
  constructor(awaited: string, lastSeen: string, waitedMs: number) {
    super(`${awaited}: not within ${(waitedMs / 1000).toFixed(1)} s; last seen: ${lastSeen}`);
    this.awaited = awaited;
    this.lastSeen = lastSeen;
    this.waitedMs = waitedMs;
  }
}

/** The ground gave way: a process died, a port was taken, an API server gave no answer. Says nothing about the fleet. */
export class Infrastructure extends Error {
  override readonly name = 'Infrastructure';
}

/** The claim cannot be decided on this ground; the reason is shown. Never counts as passed. */
export class NotProvenHere extends Error {
  override readonly name = 'NotProvenHere';
}

/** What was asked for cannot be done as it was asked. The message is a sentence with a place and a way out; nothing was started. */
export class RequestError extends Error {
  override readonly name = 'RequestError';
}
