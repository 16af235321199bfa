import { digestOf } from '../json/digest.ts';
import { EngineFailure, type SchemaAnswer, type SchemaEngine } from '../kubeconform/schema-engine.ts';
import type { ResultStore } from '../check/result-store.ts';

/** One question to the engine: an object's text and the schema it should match. */
export interface Question {
  readonly schema: string;
  readonly json: string;
  /** sha256 of `json`. */
  readonly content: string;
}

/** What was learnt: answers by their keys, and why the others have none. */
export interface Answers {
  readonly byKey: ReadonlyMap<string, SchemaAnswer>;
  readonly failure: EngineFailure | undefined;
}

/** Covers everything that an answer follows from: the engine, the schema, the object; half of each digest is plenty. */
export function questionKeys(engine: SchemaEngine): (question: Question) => string {
  const prefixes = new Map<string, string>();
  return ({ schema, content }) => {
    const known = prefixes.get(schema) ?? digestOf(`${engine.identity} ${schema}`).slice(0, 32);
    prefixes.set(schema, known);
    return known + content.slice(0, 32);
  };
}

/** Asks each question once, and only those that no earlier run has answered. */
export async function askEngine(
  questions: Iterable<Question>,
  engine: SchemaEngine,
  results?: ResultStore,
): Promise<Answers> {
  const byKey = new Map<string, SchemaAnswer>();
  const waiting = new Map<string, Question>();
  const keyOf = questionKeys(engine);
  for (const question of questions) {
    const key = keyOf(question);
    if (byKey.has(key) || waiting.has(key)) continue;
    const known = results?.get(key) as SchemaAnswer | undefined;
    if (known === undefined) waiting.set(key, question);
    else byKey.set(key, known);
  }
  // Objects of one schema in a row: a schema that hangs or kills the guest does so in a foreseeable order.
  const asked = [...waiting].sort(([, a], [, b]) => (a.schema < b.schema ? -1 : a.schema > b.schema ? 1 : 0));
  if (asked.length === 0) return { byKey, failure: undefined };
  try {
    const answers = await engine.check(asked.map(([, question]) => question));
    for (const [index, [key]] of asked.entries()) {
      const answer = answers[index];
      if (answer === undefined) continue;
      byKey.set(key, answer);
      // An error may have passed by the next run (a schema that is prepared by then), so it is not kept.
      if (answer.status !== 'error') results?.put(key, answer);
    }
    return { byKey, failure: undefined };
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
    return { byKey, failure: error };
  }
}
