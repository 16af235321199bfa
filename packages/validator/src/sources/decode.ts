import type { Explanation } from '@seatrial/compiler';
import type { Problem } from './problem.ts';

export const notUtf8: Explanation = {
  code: 'SEA3201',
  title: 'A file is not UTF-8 text',
  meaning:
    'Kubernetes, kubectl and kustomize read UTF-8. A file in UTF-16 or Latin-1 is refused by one of them and read as other text by the next.',
  fix: 'Save the file as UTF-8; every editor has this in its "save as" or in its status line.',
};

/** The text of a file without the byte order mark at its start, and why it is not to be used where it is not UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly problem?: Problem;
}

export function decode(bytes: Uint8Array): Decoded {
  const utf16 = utf16Name(bytes);
  if (utf16 !== undefined) {
    const sentence = `The file is ${utf16}, not UTF-8.`;
    return { text: '', problem: { rule: notUtf8, offset: 0, sentence, hint: 'Save the file as UTF-8.' } };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return invalid(bytes);
  }
}

function invalid(bytes: Uint8Array): Decoded {
  const at = firstInvalidByte(bytes);
  const before = new TextDecoder().decode(bytes.subarray(0, at));
  return {
    text: before,
    problem: {
      rule: notUtf8,
      offset: before.length,
      sentence: `The file is not UTF-8: the byte 0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')} at offset ${at} is no part of a character.`,
      hint: 'Save the file as UTF-8; it may be Latin-1 or Windows-1252 now.',
    },
  };
}

function utf16Name(bytes: Uint8Array): string | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? 'UTF-32' : 'UTF-16';
  if (first === 0xfe && second === 0xff) return 'UTF-16';
  // Without a mark: the first characters of YAML are ASCII, so every other byte is zero.
  if (bytes.length < 4) return undefined;
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'UTF-16';
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'UTF-16';
  return undefined;
}

/** Found by halving: a prefix that decodes does so when it is cut, as the decoder then waits for the rest of a character. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (middle <= bytes.length && decodes(bytes.subarray(0, middle), true)) valid = middle;
    else invalid = middle;
  }
  // The character that is never finished began at most three bytes before.
  while (!decodes(bytes.subarray(0, valid), false)) valid -= 1;
  return valid;
}

function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}
