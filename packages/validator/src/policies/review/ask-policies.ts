import type { Content } from '../../json/content.ts';
import { endsWithin } from '../rego/bounded.ts';
import { policyProgram, type PolicyProgram, type Violation } from '../rego/policy-program.ts';
import { compileWasm } from '../rego/web-assembly.ts';
import type { Policy } from './policy.ts';

/** One question: what a policy has to say about an object. */
export interface Question {
  readonly policy: Policy;
  /** What `data.inventory` is for it; absent where it does not look. */
  readonly inventory: Content | undefined;
  /** JSON of `{review, parameters}`. */
  input(): string;
  /** The object, as it stands in a sentence: `Deployment shop/api`. */
  readonly about: string;
}

/** `reason` is a clause about the policy: `it calls http.send, which is not evaluated here`. */
export type Answer = { readonly violations: readonly Violation[] } | { readonly reason: string };

/** What bounds a policy; all in milliseconds. Gatekeeper's own webhook gives up after 3 seconds. */
export interface Limits {
  /** For one object. */
  readonly question: number;
  /** For all objects of one policy. */
  readonly policy: number;
}

export const usualLimits: Limits = { question: 5_000, policy: 60_000 };

/** How long a slice of questions runs before the limits are looked at, in milliseconds. */
const slice = 250;

/** Asks policies in this process. Every question is answered. */
export async function askPolicies(
  questions: ReadonlyMap<string, Question>,
  limits: Limits,
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  const byPolicy = Map.groupBy(questions, ([, { policy }]) => policy.digest);
  for (const asked of byPolicy.values()) await askPolicy(asked, limits, answers);
  return answers;
}

type Asked = readonly (readonly [string, Question])[];

async function askPolicy(asked: Asked, limits: Limits, answers: Map<string, Answer>): Promise<void> {
  const giveUp = (rest: Asked, reason: string): void => {
    for (const [key] of rest) if (!answers.has(key)) answers.set(key, { reason });
  };
  const policy = asked[0]?.[1].policy;
  if (policy === undefined) return;
  const start = performance.now();
  const byInventory = Map.groupBy(asked, ([, { inventory }]) => inventory?.digest);
  const module = await compileWasm(policy.compiled.wasm);
  let program = await policyProgram(module);
  if (program.missing.length > 0)
    return giveUp(asked, `it calls ${program.missing.join(' and ')}, which is not evaluated here`);
  for (const group of byInventory.values()) {
    const inventory = group[0]?.[1].inventory;
    if (inventory !== undefined) program.setInventory(inventory.json);
    let at = 0;
    while (at < group.length) {
      if (performance.now() - start > limits.policy)
        return giveUp(asked, `it took longer than ${limits.policy / 1000} s for all objects`);
      const stop = performance.now() + slice;
      let broken = false;
      const ended = endsWithin(limits.question + slice, () => {
        do {
          const [key, question] = group[at] as Asked[number];
          const answer = ask(program, question);
          answers.set(key, answer);
          at += 1;
          broken = 'reason' in answer;
        } while (!broken && at < group.length && performance.now() < stop);
      });
      if (!ended) {
        const about = group[at]?.[1].about ?? '';
        return giveUp(asked, `it took longer than ${limits.question / 1000} s for ${about}`);
      }
      if (broken) {
        program = await policyProgram(module);
        if (inventory !== undefined) program.setInventory(inventory.json);
      }
    }
  }
}

/** OPA's own errors come as texts. What breaks a program off may be ours alone, so nothing is concluded from it. */
function ask(program: PolicyProgram, question: Question): Answer {
  try {
    return { violations: program.violations(question.input()) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { reason: `it fails for ${question.about}: ${said}` };
  }
}
