import type { Finding } from './finding.ts';

/** A model that cannot be resolved, with every problem found, not only the first. */
export class ModelError extends Error {
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    super(findings.map((finding) => finding.sentence).join('\n'));
    this.name = 'ModelError';
    this.findings = findings;
  }
}
