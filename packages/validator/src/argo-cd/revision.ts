const branchesOfCheckouts = new Set(['', 'HEAD', 'main', 'master', 'refs/heads/main', 'refs/heads/master']);

/** Whether a targetRevision surely means what is checked out here: the default branch, by one of its usual names. */
export function isRevisionHere(revision: string | undefined): boolean {
  return branchesOfCheckouts.has(revision ?? '');
}
