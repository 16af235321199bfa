/** Waits until the Applications are in sync and healthy; fails after so many seconds. */
export function waitFor(applications: readonly string[], seconds: number): string {
  return `argocd app wait ${applications.join(' ')} --sync --health --timeout ${seconds}`;
}

/** Syncs to the newest commit at once. Waiting alone would be content with the commit before, which is in sync too. */
export function syncAll(applications: readonly string[]): string[] {
  return [`argocd app sync ${applications.join(' ')} --timeout 900`, waitFor(applications, 900)];
}
