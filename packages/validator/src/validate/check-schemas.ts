import type { Finding } from '@seatrial/compiler';
import { codes } from '../findings/codes.ts';
import { messageOf } from '../kubeconform/message-of.ts';
import type { SchemaAnswer, SchemaEngine } from '../kubeconform/schema-engine.ts';
import type { LocatedObject } from '../rendered/located-object.ts';
import type { SchemaSource } from '../schemas/schema-source.ts';
import { askEngine, questionKeys, type Question } from './ask-engine.ts';
import { groupFindings, type Gap } from './group-findings.ts';
import { problemFindings } from './problem-findings.ts';
import type { ResultStore } from '../check/result-store.ts';
import type { Triage } from './triage.ts';

export type Triaged = readonly (readonly [LocatedObject, Triage])[];

export interface SchemaResults {
  readonly findings: readonly Finding[];
  /** Objects that the engine found valid or invalid. */
  readonly checked: ReadonlySet<LocatedObject>;
  /** JSON pointers to what is wrong, for each object that is. */
  readonly wrongFields: ReadonlyMap<LocatedObject, readonly string[]>;
}

/** Asks the engine about every object that has a schema; what cannot be checked has a finding. */
export async function checkSchemas(
  triaged: Triaged,
  engine: SchemaEngine,
  schemas: SchemaSource,
  results?: ResultStore,
): Promise<SchemaResults> {
  const answers = await askEngine(questionsOf(triaged), engine, results);
  const keyOf = questionKeys(engine);
  const checked = new Set<LocatedObject>();
  const gaps: (readonly [LocatedObject, Gap])[] = [];
  const findings: Finding[] = [];
  const invalid: { located: LocatedObject; schema: string; answer: SchemaAnswer & { status: 'invalid' } }[] =
    [];
  for (const [located, outcome] of triaged) {
    if (outcome.to === 'unchecked') {
      if (outcome.finding === undefined) gaps.push([located, { code: codes.noSchema, reason: '' }]);
      else findings.push(outcome.finding);
      continue;
    }
    const answer = answers.byKey.get(keyOf(outcome));
    if (answer === undefined) {
      const reason = messageOf(answers.failure ?? 'the engine gave no answer');
      gaps.push([located, { code: codes.engineFailed, reason }]);
    } else if (answer.status === 'error') {
      gaps.push([located, { code: codes.notCheckable, reason: messageOf(answer.message) }]);
    } else {
      checked.add(located);
      if (answer.status === 'invalid') invalid.push({ located, schema: outcome.schema, answer });
    }
  }
  findings.push(...groupFindings(gaps), ...(await problemFindings(invalid, schemas)));
  const wrongFields = new Map(
    invalid.map(({ located, answer }) => [located, answer.problems.map(({ path }) => path)]),
  );
  return { findings, checked, wrongFields };
}

function questionsOf(triaged: Triaged): readonly Question[] {
  return triaged.flatMap(([, outcome]) => (outcome.to === 'engine' ? [outcome] : []));
}
