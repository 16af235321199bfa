import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryWorkspace } from './temporary-workspace.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');

/** The first fenced block of a language behind a mark. */
function blockAfter(mark: string, language: string): string {
  const found = readme.slice(readme.indexOf(mark)).match(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``));
  return found?.[1] ?? '';
}

test('the smallest fleet of the README compiles to the overlay that it shows', async () => {
  const fleet = blockAfter('<!-- smallest fleet', 'ts');
  expect(fleet.trimEnd().split('\n').length).toBeLessThanOrEqual(25);
  const workspace = temporaryWorkspace({ 'environments/shop/fleet.ts': fleet });
  expect(await workspace.seatrial('compile')).toMatchObject({ code: 0, stderr: '' });
  expect(workspace.read('clusters/shop/dublin/prod/api/kustomization.yaml')).toBe(
    blockAfter('<!-- its overlay', 'yaml'),
  );
  const base = Object.keys(workspace.files()).filter((file) => file.startsWith('clusters/shop/base/api/'));
  expect(base).toEqual(
    ['api-deployment', 'api-ingress', 'api-service', 'api-serviceaccount', 'kustomization'].map(
      (name) => `clusters/shop/base/api/${name}.yaml`,
    ),
  );
});
