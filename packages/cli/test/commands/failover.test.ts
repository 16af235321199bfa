import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryWorkspace } from '../temporary-workspace.ts';
import {
  interruptedFailover,
  pairWorkspace,
  plainClusters,
  shopText,
  type PairWorkspace,
} from './support/pair-workspace.ts';

const plain = { 'environments/shop/fleet.ts': shopText(plainClusters) };
const model = 'environments/shop/fleet.ts';
const clustersFile = 'environments/shop/clusters.ts';

/** Everything that a refusal must leave as it was. */
async function stateOf({ files, git }: PairWorkspace): Promise<unknown> {
  const unpacked = Object.entries(files()).filter(([path]) => !path.startsWith('.git/'));
  return {
    files: unpacked,
    head: await git('rev-parse', 'HEAD'),
    status: await git('status', '--porcelain'),
  };
}

async function refused(
  workspace: PairWorkspace,
  { to = 'dublin', says, code = 2 }: { to?: string; says: RegExp; code?: number },
): Promise<void> {
  const before = await stateOf(workspace);
  const ended = await workspace.seatrial('failover', 'shop', '--to', to);
  expect(ended.stderr).toMatch(says);
  expect(ended.stderr).toMatch(/^✗ [^\n]+\n {4}→ [^\n]+[.?]$/);
  expect(ended.code).toBe(code);
  expect(await stateOf(workspace)).toEqual(before);
}

describe('failover', () => {
  it('exchanges the two roles and nothing else, compiles, and commits both; and the way back gives the same bytes', async () => {
    const workspace = await pairWorkspace(plain);
    const before = workspace.files();
    const there = await workspace.seatrial('failover', 'shop', '--to', 'dublin');
    expect(there.code).toBe(0);
    expect(workspace.read(model)).toBe(
      shopText(
        plainClusters.replace("role: 'active'  ,", "role: 'standby'  ,").replace('"standby"', '"active"'),
      ),
    );
    expect(there.stdout).toContain(
      'paris\n  api-prod-paris\n    ~ change Deployment api/api\n        /spec/replicas: 3 → 1\n',
    );
    expect(there.stdout).toContain(
      'dublin\n  api-prod-dublin\n    ~ change Deployment api/api\n        /spec/replicas: 1 → 3\n',
    );
    expect(there.stdout.trimEnd().split('\n').at(-1)).toBe(await workspace.git('rev-parse', 'HEAD'));
    expect(await workspace.git('log', '-1', '--format=%B')).toMatchInlineSnapshot(`
      "shop: dublin takes over for paris

      The roles of the pair are exchanged: dublin is active, paris is standby.
      Objects, 2 to change:

      - paris: 1 to change
      - dublin: 1 to change

      The steps around this commit: clusters/shop/docs/DR_RUNBOOK.md
      The way back: seatrial failover shop --to paris
      "
    `);
    expect((await workspace.git('show', '--name-only', '--format=')).split('\n')).toEqual(
      expect.arrayContaining([model, 'clusters/shop/.seatrial.json', 'clusters/shop/docs/DR_RUNBOOK.md']),
    );
    expect(await workspace.git('status', '--porcelain')).toBe('');
    expect((await workspace.seatrial('compile', '--check')).code).toBe(0);

    const back = await workspace.seatrial('failover', 'shop', '--to', 'paris');
    expect(back.code).toBe(0);
    expect(await workspace.git('diff', 'HEAD~2', '--stat')).toBe('');
    expect(workspace.read(model)).toBe(before[model]);
  });

  it('is found by what the runbook looks for', async () => {
    const workspace = await pairWorkspace(plain);
    const runbook = workspace.read('clusters/shop/docs/DR_RUNBOOK.md');
    expect(runbook).toContain('seatrial failover shop --to dublin\n');
    expect(runbook).toContain('seatrial failover shop --to paris\n');
    const [, pattern = ''] = /--grep='([^']+)'/.exec(runbook) ?? [];
    await workspace.seatrial('failover', 'shop', '--to', 'dublin');
    expect(await workspace.git('log', '--format=%H', '--max-count=1', `--grep=${pattern}`)).toBe(
      await workspace.git('rev-parse', 'HEAD'),
    );
  });

  it('says with --dry-run what would change, and writes nothing', async () => {
    const workspace = await pairWorkspace(plain);
    const before = await stateOf(workspace);
    const dry = await workspace.seatrial('failover', 'shop', '--to', 'dublin', '--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: 'Nothing was written.' });
    expect(await stateOf(workspace)).toEqual(before);
    const real = await workspace.seatrial('failover', 'shop', '--to', 'dublin');
    expect(real.stdout.startsWith(dry.stdout)).toBe(true);
  });

  it('leaves alone what has nothing to do with it', async () => {
    const workspace = await pairWorkspace({ ...plain, 'README.md': 'one\n' });
    workspace.put('README.md', 'two\n');
    workspace.put('clusters/shop/NOTES.md', 'mine\n');
    expect((await workspace.seatrial('failover', 'shop', '--to', 'dublin')).code).toBe(0);
    expect(await workspace.git('status', '--porcelain')).toBe(' M README.md\n?? clusters/shop/NOTES.md');
  });

  it.each([
    [
      'in a file of its own, as another type, with Windows line ends',
      {
        [clustersFile]: `import { defineClusters } from '@seatrial/compiler';\r\n\r\nexport const clusters = defineClusters({\r\n  hub: { kubernetes: '1.34', role: 'hub' },\r\n  paris: { kubernetes: '1.34', role: 'active' as const, environments: ['prod'] },\r\n  dublin: { kubernetes: '1.34', role: "standby", environments: ['prod'] },\r\n});\r\n`,
      },
      (text: string) => text.replace("'active' as", "'standby' as").replace('"standby"', '"active"'),
    ],
    [
      'behind a byte order mark, spread from constants',
      {
        [clustersFile]: `\uFEFFconst first = { kubernetes: '1.34', role: 'active', environments: ['prod'] } as const;\nconst second = { ...first, role: 'standby' } as const;\nexport const clusters = { hub: { kubernetes: '1.34', role: 'hub' }, paris: { ...first }, dublin: second } as const;\n`,
      },
      (text: string) =>
        text.replace("'active'", '\0').replace("'standby'", "'active'").replace('\0', "'standby'"),
    ],
    [
      'by the names of constants',
      {
        [clustersFile]: `const serving = 'active';\nconst waiting = 'standby';\nexport const clusters = {\n  hub: { kubernetes: '1.34', role: 'hub' },\n  paris: { kubernetes: '1.34', role: serving, environments: ['prod'] },\n  dublin: { kubernetes: '1.34', role: waiting, environments: ['prod'] },\n} as const;\n`,
      },
      (text: string) =>
        text
          .replace('role: serving', 'role: \0')
          .replace('role: waiting', 'role: serving')
          .replace('\0', 'waiting'),
    ],
  ])('finds roles %s', async (_, files, swapped) => {
    const workspace = await pairWorkspace({
      [model]: shopText('clusters', { imports: "import { clusters } from './clusters.ts';" }),
      ...files,
    });
    const before = workspace.read(clustersFile);
    const there = await workspace.seatrial('failover', 'shop', '--to', 'dublin');
    expect(there).toMatchObject({ code: 0, stderr: expect.stringContaining('not pushed') as string });
    expect(workspace.read(clustersFile)).toBe(swapped(before));
    expect((await workspace.seatrial('failover', 'shop', '--to', 'paris')).code).toBe(0);
    expect(workspace.read(clustersFile)).toBe(before);
  });
});

describe('failover refuses, in one sentence, and leaves everything as it was', () => {
  it('a cluster that cannot take over', async () => {
    const workspace = await pairWorkspace(plain);
    await refused(workspace, {
      to: 'dublim',
      says: /shop has no cluster "dublim"\.\n.*Did you mean "dublin"/,
    });
    await refused(workspace, { to: 'paris', says: /paris is active already\.\n.*--to dublin/ });
    await refused(workspace, { to: 'hub', says: /hub is in no failover pair of shop\.\n.*dublin/ });
  });

  it('changes that are not committed, in what it would write', async () => {
    const workspace = await pairWorkspace(plain);
    workspace.put(model, `${workspace.read(model)}// later\n`);
    await refused(workspace, { says: /environments\/shop\/fleet\.ts has changes that are not committed/ });
    await workspace.git('checkout', '--quiet', '--', model);
    workspace.put('clusters/shop/docs/DR_RUNBOOK.md', 'edited\n');
    await refused(workspace, { says: /clusters\/shop\/docs\/DR_RUNBOOK\.md has changes/ });
  });

  it('something staged', async () => {
    const workspace = await pairWorkspace(plain);
    workspace.put('README.md', 'new\n');
    await workspace.git('add', 'README.md');
    await refused(workspace, { says: /README\.md is staged, and would be committed too/ });
  });

  it('a folder without git, and a HEAD on no branch', async () => {
    const bare = temporaryWorkspace(plain);
    await bare.seatrial('compile');
    const before = bare.files();
    const ended = await bare
      .withEnvironment({ GIT_CEILING_DIRECTORIES: join(bare.root, '..') })
      .seatrial('failover', 'shop', '--to', 'dublin');
    expect(ended).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('is in no git work tree') as string,
    });
    expect(bare.files()).toEqual(before);

    const workspace = await pairWorkspace(plain);
    await workspace.git('checkout', '--quiet', '--detach');
    await refused(workspace, { says: /HEAD is on no branch/ });
  });

  it('a tree that is stale before it begins', async () => {
    const workspace = await pairWorkspace(plain);
    workspace.put(model, shopText(plainClusters).replace('api:1.4.2', 'api:1.5.0'));
    await workspace.git('commit', '--quiet', '--all', '--message', 'forgot to compile');
    await refused(workspace, {
      says: /clusters\/shop is not what the model gives, before any failover: .*stale/,
    });
  });

  it.each([
    [
      'one constant for both',
      "const make = (role: 'active' | 'standby') => ({ kubernetes: '1.34', role, environments: ['prod'] }) as const;",
      "clusters: { hub: { kubernetes: '1.34', role: 'hub' }, paris: make('active'), dublin: make('standby') }",
      /fleet\.ts:\d+:\d+: paris and dublin have their roles from one place; nothing was changed/,
    ],
    [
      'a place that a third cluster has its role from too',
      "const serving = { kubernetes: '1.34', role: 'active', environments: ['prod'] } as const;",
      "clusters: { lyon: serving, paris: serving, dublin: { kubernetes: '1.34', role: 'standby', environments: ['prod'] } }",
      /fleet\.ts:\d+:\d+: lyon has its role from the same place; nothing was changed/,
    ],
    [
      'an expression',
      'const swapped = false;',
      "clusters: { paris: { kubernetes: '1.34', role: swapped ? 'standby' : 'active', environments: ['prod'] }, dublin: { kubernetes: '1.34', role: swapped ? 'active' : 'standby', environments: ['prod'] } }",
      /fleet\.ts:\d+:\d+: a role is computed here; nothing was changed/,
    ],
  ])('roles that come from %s', async (_, imports, clusters, says) => {
    const workspace = await pairWorkspace({ [model]: shopText(clusters, { imports }) });
    await refused(workspace, { says });
  });

  it('a model that is wrong with the roles exchanged', async () => {
    // Right on paris, where the cluster says the version, and wrong on dublin once it is active.
    const web = `web: {
      on: { roles: ['active'] },
      workloads: { web: { image: 'registry.example/web' } },
      perCluster: { paris: { workloads: { web: { image: 'registry.example/web:1' } } } },
    },
    api: {`;
    const workspace = await pairWorkspace({ [model]: shopText(plainClusters).replace('api: {', web) });
    const before = await stateOf(workspace);
    const ended = await workspace.seatrial('failover', 'shop', '--to', 'dublin');
    expect(ended.stderr).toContain('✗ error SEA1008');
    expect(ended.code).toBe(2);
    expect(await stateOf(workspace)).toEqual(before);
  });

  it('a commit that git refuses, when source and tree are written already', async () => {
    const workspace = await pairWorkspace(plain);
    const hook = '.git/hooks/pre-commit';
    workspace.put(hook, '#!/bin/sh\necho "no commits on a Friday" >&2\nexit 1\n');
    chmodSync(join(workspace.root, hook), 0o755);
    await refused(workspace, { says: /git did not commit: no commits on a Friday/, code: 3 });
    expect(await workspace.git('diff', '--cached', '--stat')).toBe('');
  });

  it('to go on after Ctrl-C, and puts back what is written', async () => {
    const workspace = await pairWorkspace(plain);
    const hook = '.git/hooks/pre-commit';
    workspace.put(hook, '#!/bin/sh\nkill -INT $SEATRIAL\nsleep 1\nexit 1\n');
    chmodSync(join(workspace.root, hook), 0o755);
    const before = await stateOf(workspace);
    const ended = await interruptedFailover(workspace.root);
    expect(ended.stderr).toContain('Interrupted: the model and its tree are as they were.');
    expect(ended.code).toBe(130);
    expect(await stateOf(workspace)).toEqual(before);
  });
});
