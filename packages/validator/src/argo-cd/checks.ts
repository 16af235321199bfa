import type { SetCheck } from '../check/check.ts';

export const argoCdChecks: readonly SetCheck[] = [];
