import type { ClusterCheck } from '../check/check.ts';

export const workloadChecks: readonly ClusterCheck[] = [];
