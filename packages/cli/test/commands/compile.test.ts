import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fleetText, temporaryWorkspace } from '../temporary-workspace.ts';

describe('compile', () => {
  it('writes the tree of every fleet, and nothing the second time', async () => {
    const workspace = temporaryWorkspace({
      'environments/shop/fleet.ts': fleetText('shop'),
      'environments/blog/fleet.ts': fleetText('blog'),
    });
    const first = await workspace.seatrial('compile');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /^blog: 2 placements, \d+ objects: \d+ files written, 0 unchanged, 0 removed \(.* s\)\nshop: 2 placements/,
    );
    expect(workspace.read('clusters/shop/base/hello/kustomization.yaml')).toContain('kind: Kustomization');
    const files = workspace.files();
    const file = join(workspace.root, 'clusters/shop/base/hello/kustomization.yaml');
    const { mtimeMs } = statSync(file);
    const second = await workspace.seatrial('compile', 'shop');
    expect(second.stdout).toMatch(/^shop: .* 0 files written, \d+ unchanged, 0 removed/);
    expect(workspace.files()).toEqual(files);
    expect(statSync(file).mtimeMs).toBe(mtimeMs);
  });

  it('works from a folder below, with patterns', async () => {
    const workspace = temporaryWorkspace({
      'environments/shop/fleet.ts': fleetText('shop'),
      'environments/blog/fleet.ts': fleetText('blog'),
    });
    expect(await workspace.seatrial('compile', 'sh*')).toMatchObject({ code: 0 });
    expect(Object.keys(workspace.files()).some((path) => path.startsWith('clusters/blog'))).toBe(false);
  });

  it('checks: names what is stale, and writes nothing', async () => {
    const workspace = temporaryWorkspace({ 'environments/shop/fleet.ts': fleetText('shop') });
    await workspace.seatrial('compile');
    expect(await workspace.seatrial('compile', '--check')).toMatchObject({
      code: 0,
      stdout: 'shop: the tree is what the model gives',
    });
    workspace.put('environments/shop/fleet.ts', fleetText('shop', { web: 'replicas: 4' }));
    const before = workspace.files();
    const checked = await workspace.seatrial('compile', '--check');
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain(
      '✗ error SEA5005 clusters/shop/base/hello/web-deployment.yaml is stale.',
    );
    expect(checked.stdout).toContain('→ Run `seatrial compile` and commit what it writes.');
    expect(workspace.files()).toEqual(before);
  });

  it('removes what the model no longer gives, and keeps a hand-written file', async () => {
    const workspace = temporaryWorkspace({ 'environments/shop/fleet.ts': fleetText('shop') });
    await workspace.seatrial('compile');
    workspace.put('clusters/shop/NOTES.md', 'ours');
    workspace.put(
      'environments/shop/fleet.ts',
      fleetText('shop').replaceAll('hello:', 'goodbye:').replace('goodbye:1', 'hello:1'),
    );
    expect((await workspace.seatrial('compile')).stdout).toMatch(/[1-9]\d* removed/);
    const paths = Object.keys(workspace.files());
    expect(paths).toContain('clusters/shop/NOTES.md');
    expect(paths).toContain('clusters/shop/base/goodbye/kustomization.yaml');
    expect(paths.filter((path) => path.includes('/hello/'))).toEqual([]);
  });

  it('does not let a fleet that fails keep the others from being written', async () => {
    const workspace = temporaryWorkspace({
      'environments/blog/fleet.ts': 'throw new Error("no blog today")',
      'environments/shop/fleet.ts': fleetText('shop'),
    });
    const { code, stderr } = await workspace.seatrial('compile');
    expect(code).toBe(2);
    expect(stderr).toContain('no blog today');
    expect(workspace.read('clusters/shop/base/hello/kustomization.yaml')).not.toBe('');
  });
});
