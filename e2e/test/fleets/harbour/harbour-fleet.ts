import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkModel, inputsOf, resolve, type ResolvedFleet, type VersionsFile } from '@seatrial/compiler';
import { parse } from 'yaml';
import model from './environments/harbour/fleet.ts';

const folder = join(import.meta.dirname, 'environments/harbour');

/** The test fleet, resolved as the command line does it. */
export function harbourFleet(): ResolvedFleet {
  const checked = checkModel(model);
  const versions = inputsOf(checked).versions.map(
    ({ environment, path }) =>
      [environment, parse(readFileSync(join(folder, path), 'utf8')) as VersionsFile] as const,
  );
  return resolve(checked, { versions: Object.fromEntries(versions), bases: {} }).fleet;
}
