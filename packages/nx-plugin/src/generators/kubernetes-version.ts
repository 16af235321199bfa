/**
 * A Kubernetes version as a generator's option: `v1.34`. Nx reads one without the letter as a number, and takes `1.30` for 1.3.
 * @throws Error with what to write instead
 */
export function kubernetesVersion(given: string | number): string {
  if (typeof given === 'number' || !/^v?\d/.test(given))
    throw new Error(`Write the version with a v, as in --kubernetes=v1.34: Nx would take 1.30 for 1.3.`);
  return given.replace(/^v/, '');
}
