import { matchesGlob } from './glob.ts';
import { UserError } from './user-error.ts';
import type { FleetFolder, Workspace } from './workspace.ts';

/** The fleets that the names or patterns mean, in the workspace's order; all of them when there is no name. */
export async function selectFleets(
  { fleets }: Workspace,
  patterns: readonly string[],
): Promise<readonly FleetFolder[]> {
  if (fleets.length === 0) {
    throw new UserError('There is no fleet in environments/.', 'Begin one with `seatrial init <fleet>`.');
  }
  return patterns.length === 0 ? fleets : selectByName(fleets, patterns, 'fleet', ({ name }) => name);
}

/**
 * The members that match at least one pattern.
 * @throws UserError for a pattern that matches nothing, with the name that was probably meant
 */
export async function selectByName<T>(
  members: readonly T[],
  patterns: readonly string[],
  what: string,
  nameOf: (member: T) => string,
): Promise<readonly T[]> {
  const names = members.map(nameOf);
  for (const pattern of patterns) {
    if (names.some((name) => matchesGlob(name, pattern))) continue;
    // Only a wrong name is worth the time that the compiler takes to load.
    const { didYouMean } = await import('@seatrial/compiler');
    const hint = didYouMean(pattern, [...new Set(names)]);
    throw new UserError(
      `There is no ${what} "${pattern}".`,
      `${hint.charAt(0).toUpperCase()}${hint.slice(1)}`,
    );
  }
  return members.filter((member) => patterns.some((pattern) => matchesGlob(nameOf(member), pattern)));
}
