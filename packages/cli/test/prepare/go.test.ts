import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recipes } from '@seatrial/guests';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { buildEngine } from '../../src/prepare/build-engine.ts';
import { findGo } from '../../src/prepare/go.ts';
import { MissingTool, PreparationError } from '../../src/prepare/preparation-error.ts';
import { prepare } from '../../src/prepare/prepare.ts';
import { writeRuntimeOverlay } from '../../src/prepare/runtime-patch.ts';
import { keepLines, needs } from './support/needs.ts';
import { ownCache } from './support/own-cache.ts';
import { temporaryFolder } from './support/temporary-folder.ts';

/** Runs the rest of the test with nothing but `folder` on the PATH. */
function onlyOnPath(folder: string): void {
  vi.stubEnv('PATH', folder);
  onTestFinished(() => void vi.unstubAllEnvs());
}

async function fakeGo(answer: string): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'go'), `#!/bin/sh\n${answer}\n`, { mode: 0o755 });
  return folder;
}

describe('Go', () => {
  test('that is not installed ends in one sentence with the version to install, and nothing else is tried', async () => {
    await ownCache();
    onlyOnPath(await temporaryFolder());
    const { lines, write } = keepLines();
    const preparing = prepare(needs({ tools: ['kubeconform', 'helm'], kubernetes: ['1.29.15'] }), write);
    await expect(preparing).rejects.toThrow(MissingTool);
    await expect(preparing).rejects.toThrow(
      /^Go is not installed, and it builds the engines: install Go 1\.\d+(\.\d+)? or newer and run `seatrial prepare` again\.$/,
    );
    expect(lines).toEqual([]);
  });

  test('that is too old ends in one sentence with both versions', async () => {
    onlyOnPath(await fakeGo('printf "go1.9.7\\n/usr/lib/go\\n"'));
    await expect(findGo()).rejects.toThrow(
      /^The engines need Go (1\.\d+(?:\.\d+)?), and the Go that was found is go1\.9\.7: install Go \1 or newer/,
    );
  });

  test('that is newer than needed is taken', async () => {
    onlyOnPath(await fakeGo('printf "go1.100.0\\n/usr/lib/go\\n"'));
    expect(await findGo()).toEqual({ version: 'go1.100.0', root: '/usr/lib/go' });
  });

  test('is not asked for what the cache holds', async () => {
    const cache = await ownCache();
    await mkdir(join(cache, 'engines'), { recursive: true });
    onlyOnPath(await temporaryFolder());
    expect(await prepare(needs({}), () => {})).toEqual({ charts: [] });
  });
});

describe('a build that fails', () => {
  test('ends in one sentence with what Go said, and leaves no entry', async () => {
    const cache = await ownCache();
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'go.mod'), 'module broken\n\ngo 1.21\n');
    await writeFile(join(folder, 'main.go'), 'package main\n\nfunc main() { undefinedName() }\n');
    const building = buildEngine(
      { ...recipes.kustomize, folder, package: '.' },
      await findGo(),
      join(cache, 'out'),
    );
    await expect(building).rejects.toThrow(PreparationError);
    await expect(building).rejects.toThrow(
      /kustomize v\S+ could not be built with go\S+: .*undefined: undefinedName; /,
    );
    expect(await readdir(join(cache, 'temporary'))).toEqual([]);
  });
});

describe('a module that cannot be had', () => {
  test('ends in one sentence, and leaves no entry', async () => {
    const cache = await ownCache();
    vi.stubEnv('GOPROXY', 'off');
    const preparing = prepare(needs({ kubernetes: ['1.29.15'] }), () => {});
    await expect(preparing).rejects.toThrow(PreparationError);
    await expect(preparing).rejects.toThrow(
      /^The Go module k8s\.io\/kubernetes v1\.29\.15 could not be fetched: /,
    );
    expect(await readdir(cache)).toEqual(['temporary']);
    expect(await readdir(join(cache, 'temporary'))).toEqual([]);
  });

  test('is not looked for when the version is no version', async () => {
    await ownCache();
    await expect(prepare(needs({ kubernetes: ['../1.29'] }), () => {})).rejects.toThrow(
      'Kubernetes "../1.29" is no exact version: write it as 1.29.15.',
    );
  });
});

describe('the patch of the runtime', () => {
  test('changes one line of each file, and the installed Go stays as it is', async () => {
    const go = await findGo();
    const runtime = join(go.root, 'src', 'runtime');
    const before = await readFile(join(runtime, 'netpoll_wasip1.go'), 'utf8');
    const overlay = await writeRuntimeOverlay(go, await temporaryFolder());
    const { Replace: replaced } = JSON.parse(await readFile(overlay, 'utf8')) as {
      Replace: Record<string, string>;
    };
    expect(Object.keys(replaced)).toEqual([
      join(runtime, 'netpoll_wasip1.go'),
      join(runtime, 'os_wasip1.go'),
    ]);
    for (const [original, copy] of Object.entries(replaced)) {
      const [old, patched] = [await readFile(original, 'utf8'), await readFile(copy, 'utf8')].map((text) =>
        text.split('\n'),
      );
      const changed = patched?.filter((line, index) => line !== old?.[index]);
      expect(patched).toHaveLength(old?.length ?? 0);
      expect(changed).toHaveLength(1);
      expect(changed?.[0]).toMatch(/timeout = .*max\(.*, 1\)/);
    }
    expect(await readFile(join(runtime, 'netpoll_wasip1.go'), 'utf8')).toBe(before);
  });

  test('is refused for a runtime of another text, with a sentence', async () => {
    const root = await temporaryFolder();
    await mkdir(join(root, 'src', 'runtime'), { recursive: true });
    await writeFile(join(root, 'src', 'runtime', 'netpoll_wasip1.go'), 'package runtime\n');
    await expect(writeRuntimeOverlay({ version: 'go1.99.0', root }, await temporaryFolder())).rejects.toThrow(
      /go1\.99\.0 is not the text that it is made for \(runtime\/netpoll_wasip1\.go\): use Go 1\.26/,
    );
  });

  test('is text that Go compiles', async () => {
    const go = await findGo();
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'go.mod'), 'module guest\n\ngo 1.21\n');
    await writeFile(
      join(folder, 'main.go'),
      'package main\n\nimport "os"\n\nfunc main() { os.Stdout.WriteString("ready") }\n',
    );
    await ownCache();
    const recipe = { ...recipes.kubeconform, folder };
    await buildEngine(recipe, go, join(folder, 'guest.wasm'));
    const script = `import { WASI } from 'node:wasi'; import { readFileSync } from 'node:fs';
      const wasi = new WASI({ version: 'preview1' });
      const { instance } = await WebAssembly.instantiate(readFileSync('guest.wasm'), wasi.getImportObject());
      wasi.start(instance);`;
    const said = execFileSync(
      process.execPath,
      ['--no-warnings', '--input-type=module', '--eval', `${script}`],
      {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    expect(said).toBe('ready');
  });
});
