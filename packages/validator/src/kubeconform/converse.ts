import { readAnswer } from './answer-line.ts';
import type { Guest } from './guest.ts';
import { EngineFailure, type SchemaAnswer, type SchemaTask } from './schema-engine.ts';

/** Characters that go to the guest in one write: many lines a write are faster than a write a line. */
const writeSize = 1 << 20;

/**
 * Sends the tasks to the guest, numbered from `firstId`, and reads its answers, one for each, in order. Rejects with
 * {@link EngineFailure} when the guest ends, answers out of turn, or says nothing for `silenceMs` while one waits; it
 * is stopped then.
 */
export async function converse(
  guest: Guest,
  tasks: readonly SchemaTask[],
  firstId: number,
  silenceMs: number,
): Promise<readonly SchemaAnswer[]> {
  if (tasks.length === 0) return [];
  const watch = watchSilence(guest, silenceMs, tasks.length);
  // Both directions at once: a guest that cannot write stops reading.
  const talk = Promise.all([
    readAll(guest, tasks.length, firstId, watch.heard),
    writeAll(guest, tasks, firstId),
  ]);
  talk.catch(() => undefined);
  try {
    const [answers] = await Promise.race([talk, watch.silent]);
    return answers;
  } finally {
    watch.stop();
  }
}

async function writeAll(guest: Guest, tasks: readonly SchemaTask[], firstId: number): Promise<void> {
  let waiting = '';
  for (const [index, { schema, json }] of tasks.entries()) {
    waiting += `{"id":${firstId + index},"schema":${JSON.stringify(schema)},"object":${json}}\n`;
    if (waiting.length < writeSize) continue;
    await guest.write(waiting);
    waiting = '';
  }
  if (waiting !== '') await guest.write(waiting);
}

async function readAll(
  guest: Guest,
  count: number,
  firstId: number,
  heard: () => void,
): Promise<readonly SchemaAnswer[]> {
  const result: SchemaAnswer[] = [];
  while (result.length < count) {
    const line = await guest.nextLine();
    if (line === undefined) throw new EngineFailure(`The kubeconform guest ${await guest.ending()}.`);
    heard();
    result.push(readAnswer(line, firstId + result.length));
  }
  return result;
}

/** Stops a guest that says nothing for too long; `silent` rejects then. */
function watchSilence(guest: Guest, silenceMs: number, waiting: number) {
  const { promise: silent, reject } = Promise.withResolvers<never>();
  silent.catch(() => undefined);
  const timer = setTimeout(() => {
    const sentence = `The kubeconform guest said nothing for ${silenceMs / 1000} s with ${waiting} objects waiting, and was stopped.`;
    reject(new EngineFailure(sentence));
    guest.kill().catch(() => undefined);
  }, silenceMs);
  return { silent, heard: () => timer.refresh(), stop: () => clearTimeout(timer) };
}
