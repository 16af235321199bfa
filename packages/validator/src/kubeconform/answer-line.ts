import { isRecord } from '../json/is-record.ts';
import { EngineFailure, type SchemaAnswer, type SchemaProblem } from './schema-engine.ts';

/** Reads the guest's answer to the line with this id. Throws {@link EngineFailure} when it is anything else. */
export function readAnswer(line: string, id: number): SchemaAnswer {
  const answer = parse(line);
  if (!isRecord(answer) || answer['id'] !== id) {
    throw new EngineFailure(
      `The kubeconform guest answered out of turn: object ${id} got "${line.slice(0, 200)}".`,
    );
  }
  const { status, errors, message } = answer;
  if (status === 'valid') return { status };
  if (status === 'invalid') return { status, problems: problemsOf(errors, message) };
  return { status: 'error', message: typeof message === 'string' ? message : 'kubeconform gave no reason' };
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function problemsOf(errors: unknown, message: unknown): readonly SchemaProblem[] {
  const problems = (Array.isArray(errors) ? errors : []).flatMap((error: unknown) =>
    isRecord(error) ? [{ path: String(error['path']), message: String(error['message']) }] : [],
  );
  // An invalid object without a reason is still invalid.
  return problems.length > 0 ? problems : [{ path: '', message: String(message) }];
}
