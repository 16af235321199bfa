import { join } from 'node:path';
import { digest } from './digest.ts';
import { codeOf, sourceTexts } from './source-texts.ts';

let known: string | undefined;

/** The version of the schema converter, so that a changed one never meets schemas that an older one has made. */
export function converterDigest(): string {
  known ??= digest(
    ['schemas', 'json'].flatMap((folder) => sourceTexts(join(codeOf('@seatrial/validator'), folder))),
  );
  return known;
}
