import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { ModelError, TreeError } from '@seatrial/compiler';
import { MissingFromCache } from './cache/missing-from-cache.ts';
import { locateFindings } from './findings/located-finding.ts';
import { textOfFindings } from './findings/text-of-findings.ts';
import { PreparationError } from './prepare/preparation-error.ts';
import { FleetError } from './workspace/fleet-error.ts';
import { tell, type Told } from './workspace/told.ts';
import { exitCodes, UserError } from './workspace/user-error.ts';

/** Tells a person on stderr what stopped the run, in one sentence, and returns the exit code. */
export async function reportError(error: unknown): Promise<number> {
  return tell(await toldOfError(error));
}

/** What there is to tell of an error, in one sentence. */
export async function toldOfError(error: unknown): Promise<Told> {
  if (error instanceof FleetError && error.cause instanceof ModelError) {
    const located = await locateFindings(error.cause.findings, error.source, error.workspace);
    return { out: '', err: textOfFindings(located, process.stderr), code: exitCodes.model };
  }
  if (error instanceof FleetError) return toldOfError(error.cause);
  if (error instanceof UserError) return say(error.sentence, error.lines, error.hint, error.exitCode);
  if (error instanceof TreeError) return say(error.sentence, [], error.hint, exitCodes.environment);
  if (error instanceof MissingFromCache || error instanceof PreparationError) {
    return say(error.message, [], '', exitCodes.environment);
  }
  const ofRehearsal = error instanceof Error ? codesOfRehearsals[error.name] : undefined;
  if (ofRehearsal !== undefined) return say((error as Error).message, [], '', ofRehearsal);
  if (error instanceof ModelError)
    return say(error.findings.map(({ sentence }) => sentence).join('; '), [], '', exitCodes.model);
  if (isSystemError(error)) {
    return say(
      `The system refused: ${error.message}.`,
      [],
      'Put that right and run it again.',
      exitCodes.environment,
    );
  }
  return reportDefect(error);
}

/** Errors of `@seatrial/e2e`, told by their names: only a rehearsal loads that package. */
const codesOfRehearsals: Readonly<Record<string, number>> = {
  Infrastructure: exitCodes.environment,
  Timeout: exitCodes.findings,
  RequestError: exitCodes.model,
};

/** A file, a socket or a process that the system did not give: its message names what and why. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

function say(sentence: string, lines: readonly string[], hint: string, code: number): Told {
  const mark = styleText('red', '✗', { stream: process.stderr });
  const shown = [
    `${mark} ${sentence}`,
    ...lines.map((line) => `    ${line}`),
    ...(hint === '' ? [] : [`    → ${hint}`]),
  ];
  return { out: '', err: `${shown.join('\n')}\n`, code };
}

/** An error that nobody has thought of: the sentence is for the person, the file for whoever mends it. */
function reportDefect(error: unknown): Told {
  const report = join(mkdtempSync(join(tmpdir(), 'seatrial-defect-')), 'report.txt');
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  writeFileSync(
    report,
    `node ${process.version} ${process.platform} ${process.arch}\n${process.argv.join(' ')}\n\n${details}\n`,
  );
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
  return say(
    `This is a defect of seatrial: ${message}`,
    [],
    `Please report it, with ${report}.`,
    exitCodes.defect,
  );
}
