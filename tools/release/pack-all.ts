import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { releasedPackages } from './packages.ts';
import { stagePackage } from './stage-package.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Builds every package and packs it into a folder. Returns the paths of the tarballs. */
export function packAll(folder: string): readonly string[] {
  const target = resolve(folder);
  mkdirSync(target, { recursive: true });
  // The types of a package are made from those of the packages that it imports.
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-b', ...releasedPackages], {
    cwd: root,
    stdio: 'inherit',
  });
  const stages = mkdtempSync(join(tmpdir(), 'seatrial-release-'));
  try {
    return releasedPackages.map((path) => {
      const stage = join(stages, basename(path));
      stagePackage(root, path, stage);
      rmSync(join(stage, 'tsconfig.json'));
      const args = ['pack', '--json', '--pack-destination', target];
      const packed = execFileSync('npm', args, {
        cwd: stage,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const [{ filename }] = JSON.parse(packed) as [{ readonly filename: string }];
      return join(target, filename);
    });
  } finally {
    rmSync(stages, { recursive: true, force: true });
  }
}
