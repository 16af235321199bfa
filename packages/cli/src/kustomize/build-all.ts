import { ExecaError, execa } from 'execa';
import { findEngine } from '../cache/engine-entry.ts';
import type { BuildAnswer, BuildRequest } from './build-request.ts';

/**
 * Builds kustomization roots with real kustomize, all in one process, and yields each answer as soon as it is there.
 * Every request is answered exactly once. Where one of them takes the process down, the rest is built one after the
 * other, so that only the culprit fails.
 *
 * @throws MissingFromCache at once when the builder is not prepared; the signal's reason when it aborts.
 */
export function buildAll(
  requests: readonly BuildRequest[],
  signal?: AbortSignal,
): AsyncIterable<BuildAnswer> {
  return build(findEngine('kustomize-builder'), requests, signal);
}

async function* build(
  program: string,
  requests: readonly BuildRequest[],
  signal?: AbortSignal,
): AsyncGenerator<BuildAnswer> {
  let waiting = new Map(requests.map((request) => [request.id, request]));
  let args: readonly string[] = [];
  while (waiting.size > 0) {
    const before = waiting.size;
    const reason = yield* runOnce(program, args, waiting, signal);
    const [first] = waiting.values();
    if (first === undefined) return;
    // One after the other, the first one without an answer is the one that ended the process.
    if (args.length > 0 || before === 1) {
      waiting = new Map([...waiting].slice(1));
      yield { id: first.id, error: `kustomize-builder ended before it had built this root${reason}` };
    }
    args = ['-serial'];
  }
}

/** Takes what is answered out of `waiting`; returns why the process ended before its time. */
async function* runOnce(
  program: string,
  args: readonly string[],
  waiting: Map<string, BuildRequest>,
  signal?: AbortSignal,
): AsyncGenerator<BuildAnswer, string> {
  const child = execa(program, args, {
    input: [...waiting.values()].map((request) => `${JSON.stringify(request)}\n`).join(''),
    env: {},
    extendEnv: false,
    buffer: { stdout: false, stderr: true },
    ...(signal === undefined ? {} : { cancelSignal: signal }),
  });
  try {
    for await (const line of child.iterable()) {
      const answer = JSON.parse(line) as BuildAnswer;
      if (waiting.delete(answer.id)) yield answer;
    }
    return '';
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof ExecaError)) throw error;
    return `: ${String(error.stderr).split('\n', 1)[0] || error.shortMessage}`;
  } finally {
    child.kill();
  }
}
