/** The packages that people install, by folder from the repository's root; each after those that it imports. */
export const releasedPackages = [
  'packages/compiler',
  'packages/policies',
  'packages/validator',
  'tools/guests',
  'e2e',
  'packages/cli',
  'packages/nx-plugin',
] as const;
