import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { reportError } from '../src/error-boundary.ts';

afterEach(() => vi.restoreAllMocks());

/** What a person reads on stderr. */
async function told(error: unknown): Promise<{ code: number; text: string }> {
  let text = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((part) => {
    text += String(part);
    return true;
  });
  return { code: await reportError(error), text };
}

it('an error that nobody has thought of is called a defect, and its details are in a file', async () => {
  const { code, text } = await told(new TypeError('x is not a function\nat all'));
  const report = /with (\S+report\.txt)\./.exec(text)?.[1] ?? '';
  try {
    expect(code).toBe(70);
    expect(text).toContain('This is a defect of seatrial: x is not a function\n');
    expect(text).not.toMatch(/^\s+at /m);
    expect(readFileSync(report, 'utf8')).toMatch(
      /TypeError: x is not a function[^]*error-boundary\.test\.ts/,
    );
  } finally {
    await rm(dirname(report), { recursive: true, force: true });
  }
});

it('what the system refuses is told in its words', async () => {
  const error = Object.assign(new Error("EACCES: permission denied, open '/x'"), {
    code: 'EACCES',
    syscall: 'open',
  });
  expect(await told(error)).toMatchObject({
    code: 3,
    text: expect.stringContaining("permission denied, open '/x'."),
  });
});
