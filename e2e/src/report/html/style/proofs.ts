/** Failures, proofs, their sightings and dumps. */
export const proofs = `
.badge { display: inline-flex; align-items: center; gap: 0.35em; padding: 0.1rem 0.55rem 0.1rem 0.45rem; border: 1px solid var(--tone); border-radius: 3px; background: var(--soft); color: var(--tone); font-size: 0.8125rem; font-weight: 600; line-height: 1.5; white-space: nowrap; }
.badge.proven { border-color: transparent; }
.badge.not-proven-here { border-style: dashed; }
.failure, .drill { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: clamp(1rem, 2.5vw, 1.5rem); margin-top: 1rem; }
.failure { border-left: 6px solid var(--tone); }
.failure > .line, .drill > .line { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; font-size: 0.9375rem; }
.failure h3, .drill h3 { margin-top: 0.5rem; font-size: 1.1875rem; }
.reason { max-width: 60rem; }
.failure > .reason { margin-top: 0.35rem; padding-left: 0.9rem; border-left: 3px solid var(--tone); }
.seen { display: grid; gap: 0.1rem; font-size: 0.9375rem; max-width: 64rem; }
.seen li { display: grid; grid-template-columns: 6.5rem minmax(0, 1fr); gap: 0.75rem; }
.seen .when { color: var(--muted); text-align: right; }
.dump { border-top: 1px solid var(--hair); }
.log { max-height: 32rem; overflow: auto; background: var(--page); border: 1px solid var(--line); border-radius: 4px; padding: 0.75rem 1rem; margin-bottom: 0.75rem; font-size: 0.8125rem; line-height: 1.45; overflow-wrap: normal; }
.log pre { margin: 0; font-size: 1em; tab-size: 4; }
/* 200 lines: what the browser takes them for until somebody comes near. */
.log .block { content-visibility: auto; contain-intrinsic-height: auto 290em; contain-intrinsic-width: auto 60rem; }
.in-print { display: none; }

.filter { display: flex; flex-wrap: wrap; align-items: center; gap: 0.35rem 1.25rem; border: 0; margin-top: 1.5rem; min-width: 0; }
.filter legend { float: left; padding: 0; margin-right: 1.25rem; font-size: 0.9375rem; color: var(--muted); }
.filter label { display: inline-flex; align-items: center; gap: 0.35rem; color: var(--tone); font-size: 0.9375rem; cursor: pointer; padding-block: 0.15rem; }
.filter input { width: 1.05rem; height: 1.05rem; margin: 0; accent-color: var(--brand); }
#proofs:has(#show-proven:not(:checked)) .proof.proven,
#proofs:has(#show-disproven:not(:checked)) .proof.disproven,
#proofs:has(#show-timeout:not(:checked)) .proof.timeout,
#proofs:has(#show-infrastructure:not(:checked)) .proof.infrastructure,
#proofs:has(#show-not-proven-here:not(:checked)) .proof.not-proven-here { display: none; }
.kind > .lead { margin-bottom: 0.5rem; }
.proof { border-top: 1px solid var(--hair); }
.proof > summary { width: 100%; list-style: none; padding-block: 0.45rem; }
.proof > summary::-webkit-details-marker { display: none; }
.proof .line { display: grid; font-size: 0.9375rem; grid-template-columns: 1rem 9.75rem minmax(0, 1fr) minmax(0, 16rem) 5.5rem; gap: 0 0.75rem; align-items: baseline; }
.proof .line::before { content: ''; width: 0; height: 0; border: 0.3rem solid transparent; border-left: 0.45rem solid var(--muted); align-self: start; margin: 0.45rem 0 0 0.3rem; }
.proof[open] .line::before { transform: rotate(90deg); transform-origin: 0.2rem 50%; }
.proof.named .line::before { border: 0; content: '↑'; width: auto; height: auto; color: var(--tone); margin: 0; }
.proof .badge { justify-self: start; }
.proof .where { color: var(--muted); font-size: 0.875rem; }
.proof .took { text-align: right; color: var(--muted); white-space: nowrap; }
.proof summary:hover, .proof.named:hover { background: var(--card); }
.proof.named { padding-block: 0.45rem; }
.proof.named a { color: inherit; text-decoration: none; display: block; }
.proof.named .sentence { text-decoration: underline; text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
.proof > .body { padding: 0 0 1.25rem 1.75rem; }
.proof .reason { color: var(--tone); }
@media (max-width: 58rem) {
  .proof .line { grid-template-columns: 1rem minmax(0, 1fr) auto; }
  .proof .line::before { grid-row: 1; }
  .proof .badge { grid-column: 2; }
  .proof .took { grid-column: 3; grid-row: 1; }
  .proof .sentence, .proof .where { grid-column: 2 / -1; }
  .proof > .body { padding-left: 0.25rem; }
  .seen li { grid-template-columns: 5rem minmax(0, 1fr); }
}
.not-proven > li { border: 1px dashed var(--muted); border-radius: 6px; padding: 0.9rem 1.1rem; margin-top: 0.75rem; }
.not-proven .icon { margin-top: 0.3em; }
.not-proven .reason { display: flex; gap: 0.6rem; align-items: flex-start; font-weight: 600; color: var(--muted); }
.not-proven ul { margin: 0.4rem 0 0 1.6rem; font-size: 0.9375rem; }
`;
