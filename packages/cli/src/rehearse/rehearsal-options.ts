import type { Claim, FaultName, ProofKindName } from '@seatrial/e2e';
import type { ResolvedFleet } from '@seatrial/compiler';
import { selectByName } from '../workspace/select-fleets.ts';
import { UserError } from '../workspace/user-error.ts';

export const providers = ['local', 'kind', 'existing'] as const;

/** What `cluster-up` is told on the command line. */
export interface LabOptions {
  readonly provider: (typeof providers)[number];
  /** File that names the kubeconfig contexts; for `existing` only. */
  readonly contexts?: string;
  /** Agrees to what would be asked. */
  readonly yes: boolean;
}

/** What `rehearse` is told beyond that. */
export interface RehearsalOptions extends LabOptions {
  /** Names or patterns; empty: all. */
  readonly cluster: readonly string[];
  /** Names or patterns of kinds of proof and of single claims; empty: all. */
  readonly proof: readonly string[];
  /** Names or patterns of faults to switch on. */
  readonly fault: readonly string[];
  readonly keep: boolean;
  /** Folder for the reports. */
  readonly report?: string;
}

/** @throws UserError where the options contradict each other */
export function checkOptions({ provider, contexts }: LabOptions): void {
  if (provider === 'existing' && contexts === undefined) {
    throw new UserError(
      '--provider existing needs to be told which clusters it may write to.',
      'Name a file with the context of each cluster: `--contexts <file>`.',
    );
  }
  if (provider !== 'existing' && contexts !== undefined) {
    throw new UserError(
      `--contexts is for clusters that exist, and --provider ${provider} makes its own.`,
      'Leave out --contexts, or say `--provider existing`.',
    );
  }
}

/** The kinds of proof and the ids of claims that the patterns mean; undefined: all. @throws UserError with the name that was probably meant */
export async function chosenProofs(
  kinds: readonly ProofKindName[],
  claims: readonly Claim[],
  patterns: readonly string[],
): Promise<readonly string[] | undefined> {
  if (patterns.length === 0) return undefined;
  const members = [
    ...kinds.map((kind) => ({ kind, name: kind as string })),
    ...claims.map(({ kind, id }) => ({ kind, name: id })).filter(({ kind, name }) => name !== kind),
  ];
  const chosen = await selectByName(members, patterns, 'proof', ({ name }) => name);
  const whole = new Set(chosen.filter(({ kind, name }) => name === kind).map(({ kind }) => kind));
  // A claim of a kind that is chosen is chosen with it.
  return chosen.filter(({ kind, name }) => name === kind || !whole.has(kind)).map(({ name }) => name);
}

/** The faults that the patterns mean. @throws UserError likewise */
export async function chosenFaults(
  names: readonly FaultName[],
  patterns: readonly string[],
): Promise<readonly FaultName[]> {
  return selectByName(names, patterns, 'fault', (name) => name);
}

/** The clusters of the fleet that the patterns mean; undefined: all. @throws UserError likewise */
export async function chosenClusters(
  { clusters }: ResolvedFleet,
  patterns: readonly string[],
): Promise<readonly string[] | undefined> {
  const names = clusters.map(({ name }) => name);
  return patterns.length === 0 ? undefined : selectByName(names, patterns, 'cluster', (name) => name);
}
