import type { LocatedFinding } from '../../findings/located-finding.ts';

/** The same findings, each told once: roots that share a base share what is wrong with it. */
export function onceEach(findings: readonly LocatedFinding[]): readonly LocatedFinding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
