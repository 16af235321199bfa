import type { Outcome } from '../trial/claim.ts';
import { duration, figure, spread } from './duration.ts';
import { oneLine } from './printable.ts';
import type { Rehearsal } from './rehearsal.ts';
import { selectionNote } from './selection.ts';
import { byKind, outcomes, placeOf, planeNote, verdictOf } from './verdict.ts';

const marks: Readonly<Record<Outcome, string>> = {
  disproven: '❌',
  timeout: '⌛',
  infrastructure: '🔌',
  'not proven here': '⚪',
  proven: '✅',
};

/** Failures and reasons that a pull request can take; the page has all of them. */
const most = 20;

/** A rehearsal for a pull request: what failed and why, what a failover took, and the kinds of proof with their times. */
export function markdownReport(rehearsal: Rehearsal): string {
  const { state, sentence, failures, notProven } = verdictOf(rehearsal);
  const mark = { failed: '❌', open: '⚪', proven: '✅' }[state];
  return [
    `## ${mark} Rehearsal of ${escaped(rehearsal.fleet)}: ${sentence}`,
    '',
    headOf(rehearsal),
    ...list('Failed', failures.map(lineOfProof)),
    ...drills(rehearsal),
    ...kinds(rehearsal),
    ...list('Not proven here', notProven.map(lineOfProof)),
    '',
    'Everything that was seen, with timelines and dumps, is in `rehearsal.html` of this run; as data in `rehearsal.json`.',
    '',
  ].join('\n');
}

function headOf(rehearsal: Rehearsal): string {
  const { provider, plane, took, proofs, standIns, ended, reason } = rehearsal;
  const selected = selectionNote(rehearsal);
  const parts = [
    `${proofs.length} claims`,
    `provider ${provider}`,
    planeNote(plane),
    `${duration(took)} in all`,
    `${standIns.length} things stood in for`,
  ];
  const end = ended === 'complete' ? '' : `\n\n**It did not run to its end:** ${escaped(reason ?? ended)}`;
  return `${parts.join(' · ')}${selected === undefined ? '' : `\n\n${escaped(selected)}`}${end}`;
}

function lineOfProof(proof: Rehearsal['proofs'][number]): string {
  const { outcome, sentence, reason, began, ended } = proof;
  const time = outcome === 'not proven here' ? '' : `, ${duration(ended - began)}`;
  const what = `${marks[outcome]} **${outcome}** ${code(placeOf(proof))} ${escaped(sentence)}`;
  return `- ${what} (${proof.kind}${time})${reason === undefined ? '' : `<br>${escaped(reason)}`}`;
}

function list(title: string, lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - most;
  return ['', `### ${title}`, '', ...lines.slice(0, most), ...(rest > 0 ? [`- and ${rest} more`] : [])];
}

function drills({ drills, proofs, plane }: Rehearsal): readonly string[] {
  if (drills.length === 0) return [];
  return [
    '',
    `### Failover (${planeNote(plane)})`,
    '',
    '| drill | outcome | took | figures |',
    '|---|---|---|---|',
    ...drills.map(({ name, claim, from, to, began, ended, measures }) => {
      const outcome = proofs.find(({ id }) => id === claim)?.outcome;
      const figures = measures.map((measure) => `${escaped(measure.name)} ${figure(measure)}`).join(', ');
      const cells = [
        `${escaped(name)}: ${code(from)} → ${code(to)}`,
        outcome === undefined ? 'no outcome' : `${marks[outcome]} ${outcome}`,
        duration(ended - began),
        figures,
      ];
      return `| ${cells.join(' | ')} |`;
    }),
  ];
}

function kinds(rehearsal: Rehearsal): readonly string[] {
  const groups = byKind(rehearsal);
  if (groups.length === 0) return [];
  return [
    '',
    '### Proofs by kind',
    '',
    '| kind | outcome | min | median | max |',
    '|---|---|--:|--:|--:|',
    ...groups.map(({ title, proofs }) => {
      const counts = outcomes.flatMap((outcome) => {
        const count = proofs.filter((proof) => proof.outcome === outcome).length;
        return count === 0 ? [] : [`${marks[outcome]} ${count} ${outcome}`];
      });
      const times = spread(
        proofs
          .filter(({ outcome }) => outcome !== 'not proven here')
          .map(({ began, ended }) => ended - began),
      );
      const { min, median, max } = times ?? {};
      const cells = [min, median, max].map((time) => (time === undefined ? '' : duration(time)));
      return `| ${[escaped(title), counts.join(', '), ...cells].join(' | ')} |`;
    }),
  ];
}

/** Text that Markdown shows as it is, on one line, also in a table, and that mentions nobody. */
function escaped(text: string): string {
  return (
    oneLine(text)
      .replaceAll(/[\\`*_[\]|~]/g, String.raw`\$&`)
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      // GitHub looks for mentions after entities are read: only a character in between helps.
      .replaceAll('@', '@\u{200B}')
  );
}

/** A name in the type of code. No other characters than a name has: they would end the code or the table. */
function code(name: string): string {
  return /^[\w./ -]+$/.test(name) ? `\`${name}\`` : escaped(name);
}
