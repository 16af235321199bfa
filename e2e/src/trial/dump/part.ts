import { setTimeout as sleep } from 'node:timers/promises';
import type { DumpPart } from '../claim.ts';

const patienceMilliseconds = 5000;

/** One part of a dump, or why it could not be had: what is dumped may be gone. */
export async function part(title: string, text: () => string | Promise<string>): Promise<DumpPart> {
  const timer = new AbortController();
  try {
    return {
      title,
      text: await Promise.race([
        (async () => await text())(),
        sleep(patienceMilliseconds, 'could not be had in 5 s', { signal: timer.signal, ref: false }),
      ]),
    };
  } catch (error) {
    return { title, text: `could not be had: ${error instanceof Error ? error.message : String(error)}` };
  } finally {
    timer.abort();
  }
}
