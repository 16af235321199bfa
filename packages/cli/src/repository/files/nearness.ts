/** How many folders two paths have in common: of several things of a name, people mean the nearest. */
export function nearness(one: string, other: string): number {
  let folders = 0;
  for (let index = 0; ; index += 1) {
    const character = one[index];
    const isEnd = (character ?? '/') === '/' && (other[index] ?? '/') === '/';
    if (isEnd) folders += 1;
    if (character === undefined || (character !== other[index] && !isEnd)) return folders;
    if (other[index] === undefined) return folders;
  }
}

/** The member whose path is the nearest to a path; of equally near ones the first. */
export function nearestTo<T>(
  path: string,
  members: readonly T[],
  pathOf: (member: T) => string,
): T | undefined {
  let [found] = members;
  let most = -1;
  for (const member of members) {
    const near = nearness(path, pathOf(member));
    if (near > most) [found, most] = [member, near];
  }
  return found;
}
