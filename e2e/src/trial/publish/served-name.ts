/**
 * What the rehearsal's servers call the repository of an address: its host and path, so that no two are one, and
 * whoever looks inside knows it again. `https://git.example/shop/fleet.git` is `git.example/shop/fleet`.
 */
export function servedName(address: string): string {
  const bare = address
    .replace(/^[a-z+]+:\/\//u, '')
    .replace(/^[^/@]*@/u, '')
    .replace(/\/+$/u, '')
    .replace(/\.git$/u, '');
  return bare
    .split(/[/:]/u)
    .map((part) => part.replaceAll(/[^A-Za-z0-9._-]/gu, '-').replace(/^\.+/u, ''))
    .filter((part) => part !== '')
    .join('/');
}
