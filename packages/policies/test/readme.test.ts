import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { readmePolicies } from './support/readme-policies.ts';

const marker = '<!-- what follows is written by test/readme.test.ts -->';

test('README.md tells of each policy what its definition and its cases say', async () => {
  const file = fileURLToPath(new URL('../README.md', import.meta.url));
  const written = readFileSync(file, 'utf8').split(marker)[0] ?? '';
  const whole = `${written}${marker}\n\n${readmePolicies()}\n`;
  const formatted = await format(whole, { ...(await resolveConfig(file)), parser: 'markdown' });
  await expect(formatted).toMatchFileSnapshot(file);
});
