import { describeObject, objectId } from '@seatrial/compiler';
import type { Kubernetes } from '../../kubernetes/kubernetes.ts';
import { Disproof, NotProvenHere } from '../../run/outcome-errors.ts';
import type { Notes } from '../../trial/trial.ts';
import { ask } from './ask.ts';
import type { Candidate } from './candidates.ts';
import type { Constraint } from './constraints.ts';

/** The object as the fleet has it is taken, the mutated one is refused by this constraint. Gives the one that showed it. */
export async function proveRefused(
  kubernetes: Kubernetes,
  constraint: Constraint,
  candidates: readonly Candidate[],
  notes: Notes,
): Promise<Candidate> {
  const elsewhere: string[] = [];
  for (const candidate of candidates) {
    const { object, mutated, mutation } = candidate;
    const name = describeObject(objectId(mutated));
    const answer = await ask(kubernetes, mutated);
    if (answer.taken)
      throw new Disproof(`${name} with ${mutation} is let in, although ${constraint.id} refuses it`);
    if (answer.by === 'no webhook') throw new Disproof(`nobody answers for the policies: ${answer.message}`);
    if (!answer.message.includes(`[${constraint.name}]`)) {
      elsewhere.push(answer.message);
      continue;
    }
    const real = await ask(kubernetes, object);
    if (!real.taken) throw new Disproof(`${name} as the fleet has it is refused, too: ${real.message}`);
    notes.saw(`${name} with ${mutation}: ${answer.message}; as the fleet has it, it is let in`);
    return candidate;
  }
  throw new NotProvenHere(
    `others refuse what ${constraint.id} would, before it is asked: ${elsewhere[0] ?? 'nothing of the fleet breaks it'}`,
  );
}
