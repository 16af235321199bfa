/** Number of clusters; the harness writes another number into its workspace. */
export const clusterCount = 2;
