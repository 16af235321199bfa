import type { RehearsalRequest } from '../rehearsal-request.ts';
import { proofKinds } from '../trial/claim.ts';
import type { Rehearsal } from './rehearsal.ts';

/** What of a rehearsal was chosen, and what was left out for that; nothing where everything was asked for. */
export function selectionOf({
  proofs: kinds,
  clusters,
  subject,
}: Pick<RehearsalRequest, 'proofs' | 'clusters' | 'subject'>): Pick<Rehearsal, 'selection'> {
  if (kinds === undefined && clusters === undefined) return {};
  const names = subject.fleet.clusters.map(({ name }) => name);
  return {
    selection: {
      ...(kinds === undefined ? {} : { proofs: chosenProofs(kinds) }),
      ...(clusters === undefined
        ? {}
        : {
            clusters: {
              chosen: names.filter((name) => clusters.includes(name)),
              leftOut: names.filter((name) => !clusters.includes(name)),
            },
          }),
    },
  };
}

/** `names`: kinds, and ids of claims, which begin with their kind. A kind is left out where no claim of it was chosen. */
function chosenProofs(names: readonly string[]): NonNullable<NonNullable<Rehearsal['selection']>['proofs']> {
  const kinds = proofKinds.filter((kind) => names.includes(kind));
  const ofKind = (kind: string): readonly string[] => names.filter((name) => name.startsWith(`${kind}/`));
  const claims = proofKinds.filter((kind) => !kinds.includes(kind)).flatMap(ofKind);
  return {
    chosen: [...kinds, ...claims],
    leftOut: proofKinds.filter((kind) => !kinds.includes(kind) && ofKind(kind).length === 0),
  };
}

/** What a rehearsal was asked to leave out, as whole sentences; undefined where it was asked for everything. */
export function selectionNote({ selection }: Pick<Rehearsal, 'selection'>): string | undefined {
  if (selection === undefined) return undefined;
  const { proofs, clusters } = selection;
  return [
    ...(proofs === undefined
      ? []
      : [`Chosen proofs: ${proofs.chosen.join(', ')}; not run: ${namesOrNone(proofs.leftOut)}.`]),
    ...(clusters === undefined
      ? []
      : [
          `Chosen clusters: ${clusters.chosen.join(', ')}; nothing was proven about: ${namesOrNone(clusters.leftOut)}.`,
        ]),
  ].join(' ');
}

function namesOrNone(names: readonly string[]): string {
  return names.length === 0 ? 'none is left' : names.join(', ');
}
