import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seatrial } from './support/seatrial.ts';

const golden = join(import.meta.dirname, 'golden');
const names = readdirSync(golden).filter((name) => !name.endsWith('.txt'));

// Outside of the repository that the goldens are kept in: its git would be taken for theirs.
const scratch = mkdtempSync(join(tmpdir(), 'seatrial-golden-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

beforeAll(async () => {
  cpSync(golden, scratch, { recursive: true });
  for (const name of names) {
    const prepared = await seatrial(scratch, 'prepare', name, '--kubernetes-version', '1.29');
    expect(prepared).toMatchObject({ code: 0 });
  }
}, 600_000);

describe('a repository that nobody wrote a model for', () => {
  it.each(names)(
    '%s',
    async (name) => {
      const { code, stdout, stderr } = await seatrial(
        join(scratch, name),
        'validate',
        '.',
        '--kubernetes-version',
        '1.29',
      );
      const shown = stdout.replaceAll(/\(\d+\.\d\d s\)/g, '(… s)');
      expect(stderr).toBe('');
      await expect(`${shown}\nexit code ${code}\n`).toMatchFileSnapshot(join(golden, `${name}.txt`));
    },
    120_000,
  );

  it('is golden only where somebody has written down what is expected', () => {
    expect(names.filter((name) => !existsSync(join(golden, `${name}.txt`)))).toEqual([]);
    expect(readFileSync(join(golden, 'broken.txt'), 'utf8')).toContain('SEA3803');
  });
});
