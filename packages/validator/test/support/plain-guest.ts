import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache.ts';

/** The kubeconform guest as Go builds it by itself, without the cure for the hang; built once for each state of its sources. */
export function plainGuest(): string {
  const folder = fileURLToPath(new URL('../../../../tools/guests/kubeconform', import.meta.url));
  const env = {
    ...process.env,
    GOOS: 'wasip1',
    GOARCH: 'wasm',
    GOFLAGS: '-mod=readonly',
    GOWORK: 'off',
    GOTOOLCHAIN: 'local',
  };
  const hash = createHash('sha256').update(execFileSync('go', ['version'], { env }));
  for (const file of globSync('{*.go,go.*}', { cwd: folder }).sort())
    hash.update(file).update(readFileSync(join(folder, file)));
  const made = join(cacheFolder, 'test-guests');
  const path = join(made, `kubeconform-plain-${hash.digest('hex').slice(0, 24)}.wasm`);
  if (existsSync(path)) return path;
  mkdirSync(made, { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  execFileSync('go', ['build', '-trimpath', '-buildvcs=false', '-ldflags', '-s -w', '-o', unfinished, '.'], {
    cwd: folder,
    env,
  });
  renameSync(unfinished, path);
  return path;
}
