/** Regions of clusters that are not called after them: none, until the harness edits the file in its workspace. */
export const regions: Readonly<Record<string, string>> = {};
