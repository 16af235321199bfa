/** The newest patch release of each minor version whose schemas are known to be had. */
const newestPatch: Readonly<Record<string, string>> = {
  '1.29': '1.29.15',
  '1.30': '1.30.14',
  '1.31': '1.31.14',
  '1.32': '1.32.13',
  '1.33': '1.33.13',
  '1.34': '1.34.4',
  '1.35': '1.35.4',
  '1.36': '1.36.3',
};

/** `1.29` becomes its newest patch release, an exact version stays; undefined for a version that is not known. */
export function exactKubernetesVersion(version: string): string | undefined {
  const [major, minor, patch] = version.split('.');
  const newest = newestPatch[`${major}.${minor}`];
  return newest !== undefined && patch !== undefined ? version : newest;
}

export const knownKubernetesVersions: readonly string[] = Object.keys(newestPatch);
