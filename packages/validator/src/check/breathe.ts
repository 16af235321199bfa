/** Milliseconds of work after which others get a turn. */
const longest = 4;

let rested = 0;

/** Lets what waits in this thread go on, at most every few milliseconds: an engine works beside the checks. */
export async function breathe(): Promise<void> {
  if (performance.now() - rested < longest) return;
  await new Promise((resolve) => setImmediate(resolve));
  rested = performance.now();
}
