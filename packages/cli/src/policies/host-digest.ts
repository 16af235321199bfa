import { join } from 'node:path';
import { digest } from '../cache/digest.ts';
import { codeOf, sourceTexts } from '../cache/source-texts.ts';

let known: string | undefined;

/** The version of what asks the policies, so that an answer of an older one is never taken for one of this. */
export function hostDigest(): string {
  known ??= digest(
    ['policies', 'json'].flatMap((folder) => sourceTexts(join(codeOf('@seatrial/validator'), folder))),
  );
  return known;
}
