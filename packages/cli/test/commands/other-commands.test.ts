import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { parse } from 'yaml';
import { fleetText, preparedOnce, temporaryWorkspace } from '../temporary-workspace.ts';

beforeAll(() => preparedOnce(), 600_000);

const model = 'environments/shop/fleet.ts';

describe('init', () => {
  it('writes a fleet that compiles, and never over one that is there', async () => {
    const workspace = temporaryWorkspace();
    const { code, stdout } = await workspace.seatrial(
      'init',
      'shop',
      '--kubernetes',
      '1.29',
      '--repository',
      "https://git.example/it's.git",
    );
    expect({ code, stdout }).toEqual({ code: 0, stdout: model });
    expect(workspace.read(model).trimEnd().split('\n').length).toBeLessThanOrEqual(25);
    expect(await workspace.seatrial('compile')).toMatchObject({ code: 0, stderr: '' });
    const before = workspace.files();
    const again = await workspace.seatrial('init', 'shop');
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain(`✗ ${model} is there already; nothing was written.`);
    expect(workspace.files()).toEqual(before);
  });
});

describe('model', () => {
  it('prints the resolved fleet as JSON and YAML, and the schema of it', async () => {
    const workspace = temporaryWorkspace({ [model]: fleetText('shop') });
    const json: unknown = JSON.parse((await workspace.seatrial('model')).stdout);
    expect(json).toMatchObject({
      name: 'shop',
      tree: 'clusters/shop',
      placements: [{ application: 'hello' }, { application: 'hello' }],
    });
    expect(parse((await workspace.seatrial('model', '-o', 'yaml')).stdout)).toEqual(json);
    expect(JSON.parse((await workspace.seatrial('model', '--schema')).stdout)).toHaveProperty(
      'properties.placements',
    );
  });
});

describe('explain', () => {
  it('says what each code means', async () => {
    const workspace = temporaryWorkspace();
    const { stdout } = await workspace.seatrial('explain');
    const codes = stdout.split('\n').map((line) => line.slice(0, 7));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(
      expect.arrayContaining(['SEA1001', 'SEA2001', 'SEA3001', 'SEA4001', 'SEA5001', 'SEA6001']),
    );
    expect((await workspace.seatrial('explain', 'sea5001')).stdout).toMatch(
      /^SEA5001 {2}A generated file was edited by hand\n\n.+\n\nHow to put it right: /,
    );
  });
});

describe('doctor', () => {
  it('finds all well, with the guest tried', async () => {
    const workspace = temporaryWorkspace({ [model]: fleetText('shop') });
    const { code, stdout } = await workspace.seatrial('doctor', '-o', 'json');
    const { checks } = JSON.parse(stdout) as { checks: { name: string; status: string; found: string }[] };
    expect(checks.filter(({ status }) => status === 'blocker')).toEqual([]);
    expect(checks.find(({ name }) => name === 'kubeconform guest')?.found).toMatch(
      /^2000 of 2000 documents answered/,
    );
    expect(code).toBe(0);
  });

  it('ends with 3 when something is not prepared', async () => {
    const workspace = temporaryWorkspace({ [model]: fleetText('shop') });
    const empty = workspace.withEnvironment({ SEATRIAL_CACHE: join(workspace.root, 'cache') });
    const { code, stdout } = await empty.seatrial('doctor');
    expect(stdout).toMatch(/✗ .*Kubernetes 1\.29\.15.*: not prepared\n {4}→ Run `seatrial prepare`/);
    expect(code).toBe(3);
  });
});

describe('help', () => {
  it.each([
    'init',
    'prepare',
    'compile',
    'verify',
    'validate',
    'model',
    'rehearse',
    'cluster-up',
    'explain',
    'doctor',
  ])('%s has at least two examples', async (command) => {
    const { code, stdout } = await temporaryWorkspace().seatrial(command, '--help');
    expect(stdout.split('Examples:')[1]?.match(/seatrial /g)?.length).toBeGreaterThanOrEqual(2);
    expect(code).toBe(0);
  });
});

describe('compile --watch', () => {
  it('compiles again on a change, and survives a model that is wrong', { timeout: 120_000 }, async () => {
    const workspace = temporaryWorkspace({ [model]: fleetText('shop') });
    const program = join(import.meta.dirname, '../../bin/seatrial.mjs');
    const child = spawn(process.execPath, [program, 'compile', '--watch'], {
      cwd: workspace.root,
      env: { ...process.env, NO_COLOR: '1' },
    });
    const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
    onTestFinished(() => void child.kill('SIGKILL'));
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (said += text.toString()));
    const heard = (text: string) =>
      vi.waitFor(() => expect(said).toContain(text), { timeout: 30_000, interval: 50 });
    await heard('Watching environments; Ctrl-C ends it.');
    workspace.put(model, 'export default 1,;\n');
    await heard('✗ environments/shop/fleet.ts:1:17');
    said = '';
    workspace.put(model, fleetText('shop', { web: 'replicas: 4' }));
    await heard('1 files written');
    await heard('  ~ base/hello/web-deployment.yaml\n');
    expect(workspace.read('clusters/shop/base/hello/web-deployment.yaml')).toContain('replicas: 4');
    child.kill('SIGINT');
    expect(await closed).toBe(130);
  });
});
