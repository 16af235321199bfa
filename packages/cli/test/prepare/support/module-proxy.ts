import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished, vi } from 'vitest';
import { storedZip } from './stored-zip.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Makes one module, with these files, the only one that Go can download until the test ends. */
export async function onlyModule(
  module: string,
  version: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const proxy = await temporaryFolder();
  const folder = join(proxy, module, '@v');
  await mkdir(folder, { recursive: true });
  const goMod = `module ${module}\n`;
  const inside = Object.entries({ 'go.mod': goMod, ...files });
  await writeFile(join(folder, `${version}.info`), JSON.stringify({ Version: version }));
  await writeFile(join(folder, `${version}.mod`), goMod);
  await writeFile(
    join(folder, `${version}.zip`),
    storedZip(Object.fromEntries(inside.map(([name, text]) => [`${module}@${version}/${name}`, text]))),
  );
  vi.stubEnv('GOPROXY', pathToFileURL(proxy).href);
  vi.stubEnv('GOSUMDB', 'off');
  onTestFinished(() => void vi.unstubAllEnvs());
}
