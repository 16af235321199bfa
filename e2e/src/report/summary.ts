import { duration, figure } from './duration.ts';
import { oneLine } from './printable.ts';
import { folded, plain, signOf, widest } from './progress/lines.ts';
import type { Rehearsal } from './rehearsal.ts';
import { selectionNote } from './selection.ts';
import { outcomes, placeOf, planeNote, verdictOf } from './verdict.ts';

/** Failures that the terminal shows; the report has all. */
const most = 12;

/**
 * The last lines of a rehearsal on a terminal: how it went, the counts, each failure with its reason, what the failovers
 * took, and where the report is. At most 100 columns, except for a word that is wider.
 */
export function summaryOf(rehearsal: Rehearsal, report?: string): string {
  const { fleet, took, plane, drills, ended, reason } = rehearsal;
  const { sentence, counts, failures } = verdictOf(rehearsal);
  const tally = outcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${signOf(outcome, plain)} ${counts[outcome]} ${outcome}`);
  const rest = failures.length - most;
  const selected = selectionNote(rehearsal);
  return [
    '',
    ...block('', `${oneLine(fleet)}: ${sentence} in ${duration(took)} (${plane})`),
    ...(tally.length === 0 ? [] : [`  ${tally.join('   ')}`]),
    ...(selected === undefined ? [] : block('  ', selected)),
    ...(ended === 'complete' ? [] : block('  ', `It did not run to its end: ${reason ?? ended}`)),
    ...failures
      .slice(0, most)
      .flatMap((proof) => [
        '',
        ...block('  ', `${signOf(proof.outcome, plain)} ${proof.outcome}: ${proof.kind} · ${placeOf(proof)}`),
        ...block('    ', proof.sentence),
        ...(proof.reason === undefined ? [] : block('    ', proof.reason)),
      ]),
    ...(rest > 0 ? ['', `  and ${rest} failures more`] : []),
    ...drillLines(drills),
    ...(drills.length === 0 ? [] : block('  ', planeNote(plane))),
    ...(report === undefined ? [] : ['', `Report: ${report}`]),
    '',
  ].join('\n');
}

function drillLines(drills: Rehearsal['drills']): readonly string[] {
  const figures = drills.filter(({ measures }) => measures.length > 0);
  if (figures.length === 0) return [];
  return [
    '',
    ...figures.flatMap(({ name, measures }) => [
      ...block('  ', name),
      ...block('    ', measures.map((measure) => `${measure.name} ${figure(measure)}`).join(', ')),
    ]),
  ];
}

function block(indent: string, text: string): readonly string[] {
  return folded(oneLine(text), widest - indent.length).map((line) => indent + line);
}
