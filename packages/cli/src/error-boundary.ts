import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleText } from 'node:util';
import { ModelError, TreeError } from '@seatrial/compiler';
import { MissingFromCache } from './cache/missing-from-cache.ts';
import { printFindings } from './findings/print-findings.ts';
import { PreparationError } from './prepare/preparation-error.ts';
import { FleetError } from './workspace/fleet-error.ts';
import { exitCodes, UserError } from './workspace/user-error.ts';

/** Tells a person on stderr what stopped the run, in one sentence, and returns the exit code. */
export async function reportError(error: unknown): Promise<number> {
  if (error instanceof FleetError && error.cause instanceof ModelError) {
    await printFindings(error.cause.findings, error.source, error.workspace, process.stderr);
    return exitCodes.model;
  }
  if (error instanceof FleetError) return reportError(error.cause);
  if (error instanceof UserError) return say(error.sentence, error.lines, error.hint, error.exitCode);
  if (error instanceof TreeError) return say(error.sentence, [], error.hint, exitCodes.environment);
  if (error instanceof MissingFromCache || error instanceof PreparationError) {
    return say(error.message, [], '', exitCodes.environment);
  }
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

/** A file, a socket or a process that the system did not give: its message names what and why. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'code' in error;
}

function say(sentence: string, lines: readonly string[], hint: string, exitCode: number): number {
  const mark = styleText('red', '✗', { stream: process.stderr });
  const shown = [
    `${mark} ${sentence}`,
    ...lines.map((line) => `    ${line}`),
    ...(hint === '' ? [] : [`    → ${hint}`]),
  ];
  process.stderr.write(`${shown.join('\n')}\n`);
  return exitCode;
}

/** An error that nobody has thought of: the sentence is for the person, the file for whoever mends it. */
function reportDefect(error: unknown): number {
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
