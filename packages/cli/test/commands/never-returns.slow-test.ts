import { expect, it } from 'vitest';
import { temporaryWorkspace } from '../temporary-workspace.ts';

it('a model that never returns ends in one sentence after thirty seconds', { timeout: 120_000 }, async () => {
  const workspace = temporaryWorkspace({
    'environments/shop/fleet.ts':
      'setInterval(() => {}, 1000);\nawait new Promise(() => {});\nexport default {};\n',
  });
  const { code, stderr } = await workspace.seatrial('compile');
  expect(stderr).toMatch(/^✗ environments\/shop\/fleet\.ts gave no answer in 30 s\.\n/);
  expect(code).toBe(2);
});
