import junit, { type Builder } from 'junit-report-builder';
import type { Proof } from '../trial/claim.ts';
import { duration, figure } from './duration.ts';
import { oneLine, printable } from './printable.ts';
import type { Rehearsal } from './rehearsal.ts';
import { selectionNote } from './selection.ts';
import { byKind } from './verdict.ts';

/**
 * A rehearsal as JUnit XML: a test suite for each kind of proof, a test case for each claim. A disproof is a failure; a
 * timeout and infrastructure are errors; what is not proven here is skipped, with its reason. A rehearsal that did not
 * run to its end has an error of its own.
 */
export function junitReport(rehearsal: Rehearsal): string {
  // Its types describe another form of the package than the one that Node loads.
  const builder = (junit as unknown as Builder).newBuilder();
  const { fleet, plane, provider, began } = rehearsal;
  const selected = selectionNote(rehearsal);
  const newSuite = (name: string) => {
    const suite = builder
      .testSuite()
      .name(oneLine(`${fleet} ${name}`))
      .timestamp(new Date(began))
      .property('plane', plane)
      .property('provider', provider);
    return selected === undefined ? suite : suite.property('selection', oneLine(selected));
  };
  for (const { kind, proofs } of byKind(rehearsal)) {
    const suite = newSuite(kind);
    suite.time(
      seconds(Math.max(...proofs.map(({ ended }) => ended)) - Math.min(...proofs.map(({ began }) => began))),
    );
    for (const proof of proofs) {
      const testCase = suite
        .testCase()
        .className(oneLine(`${fleet}.${kind}`))
        .name(oneLine(`${proof.id}: ${proof.sentence}`))
        .time(seconds(proof.ended - proof.began));
      const reason = printable(proof.reason ?? proof.outcome);
      if (proof.outcome === 'disproven') testCase.failure(reason, 'disproven').stacktrace(dumpOf(proof));
      else if (proof.outcome === 'not proven here') testCase.skipped();
      else if (proof.outcome !== 'proven') testCase.error(reason, proof.outcome, dumpOf(proof));
      testCase.standardOutput(seenOf(proof));
    }
  }
  if (rehearsal.ended !== 'complete') {
    const reason = printable(rehearsal.reason ?? rehearsal.ended);
    newSuite('rehearsal')
      .testCase()
      .className(oneLine(fleet))
      .name('runs to its end')
      .error(reason, rehearsal.ended);
  }
  return builder.build();
}

const seconds = (milliseconds: number): number => Math.round(milliseconds) / 1000;

function seenOf({ outcome, reason, plane, measures, seen }: Proof): string {
  return inXml(
    [
      `${outcome} (${plane})${reason === undefined ? '' : `: ${reason}`}`,
      ...measures.map((measure) => `${measure.name}: ${figure(measure)}`),
      ...seen.map(({ at, text }) => `${duration(at)}  ${text}`),
    ].join('\n'),
  );
}

/** Characters of a part of a dump: what a CI can show of it. Its end is what happened last. */
const mostOfDump = 20_000;

function dumpOf({ dump = [] }: Proof): string {
  const parts = dump.map(({ title, text }) => {
    const cut = text.length > mostOfDump;
    return `== ${title}${cut ? ' (its end; all of it is in rehearsal.json)' : ''}\n${cut ? text.slice(-mostOfDump) : text}`;
  });
  return inXml(parts.join('\n\n'));
}

/** Text for a CDATA section; the builder breaks only the first end of one that stands in a text. */
function inXml(text: string): string {
  return printable(text).replaceAll(']]>', ']] >');
}
