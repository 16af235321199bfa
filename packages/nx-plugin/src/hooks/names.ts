/**
 * Set where a run compiles trees and judges them: no other run has its value, so that no verdict of it, which Nx keeps under
 * the tree as it was before the run, is ever found again.
 */
export const runWithCompile = 'SEATRIAL_RUN';

/** The charts of the workspace's fleets that this machine does not hold, as a digest; empty: it holds them all. */
export const absentCharts = 'SEATRIAL_ABSENT_CHARTS';
