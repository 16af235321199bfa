import { styleText } from 'node:util';
import { groupFindings, type FindingGroup } from './group-findings.ts';
import { textOfPlace, type LocatedFinding } from './located-finding.ts';

/** Marks that say the severity without a colour. */
const marks = { error: '✗', warning: '!', info: 'i', suppressed: '–' } as const;
const colours = { error: 'red', warning: 'yellow', info: 'blue', suppressed: 'dim' } as const;

/** Placements that are named one by one; more are counted. */
const mostNamed = 4;

/** Findings for a person: for each the sentence, where it is, and the way out. Ends in a line break unless empty. */
export function textOfFindings(findings: readonly LocatedFinding[], stream: NodeJS.WriteStream): string {
  return groupFindings(findings)
    .map((group) => textOfGroup(group, stream))
    .join('');
}

function textOfGroup({ finding, subject, where }: FindingGroup, stream: NodeJS.WriteStream): string {
  const { severity, code, sentence, hint, suppressed, generated } = finding;
  const { source } = finding.place;
  const kind = suppressed === undefined ? severity : 'suppressed';
  const mark = styleText(colours[kind], `${marks[kind]} ${kind} ${code}`, { stream });
  const place = [source && textOfPlace(source), subject, placements(where)].filter(
    (part) => part !== undefined && part !== '',
  );
  const way = suppressed === undefined ? hint : `accepted: ${suppressed.reason}`;
  const dim = (text: string): string => `    ${styleText('dim', text, { stream })}`;
  const lines = [
    `${mark} ${endWithStop(sentence)}`,
    ...(place.length === 0 ? [] : [dim(place.join(' · '))]),
    ...(generated === undefined ? [] : [dim(`generated: ${textOfPlace(generated)}`)]),
    ...(way === '' ? [] : [`    → ${capital(endWithStop(way))}`]),
  ];
  return `${lines.join('\n')}\n`;
}

/** `paris/prod, lab/dev and 3 more`; undefined for none. */
export function placements(where: readonly string[]): string | undefined {
  if (where.length === 0) return undefined;
  const named = where.slice(0, mostNamed).join(', ');
  return where.length > mostNamed ? `${named} and ${where.length - mostNamed} more` : named;
}

function endWithStop(text: string): string {
  return /[.?!:`)]$/.test(text) ? text : `${text}.`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
