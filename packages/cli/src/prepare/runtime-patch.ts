import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Go } from './go.ts';
import { PreparationError } from './preparation-error.ts';

/**
 * `poll_oneoff` with a timeout of zero never returns in @wasmer/sdk 0.16. Go's runtime asks for exactly that around a
 * garbage collection, so every longer-lived Go guest hangs. One nanosecond returns at once.
 */
const patches = [
  {
    file: 'netpoll_wasip1.go',
    from: 'clock.timeout = uint64(delay)',
    to: 'clock.timeout = uint64(max(delay, 1))',
  },
  {
    file: 'os_wasip1.go',
    from: 'subscription.timeout = timestamp(usec) * 1e3',
    to: 'subscription.timeout = max(timestamp(usec)*1e3, 1)',
  },
] as const;

/**
 * Writes patched copies of the installed runtime's files into `folder` and an overlay file that puts them in place of
 * the originals for one build. Returns the overlay's path. Throws when the runtime is not the text that is known.
 */
export async function writeRuntimeOverlay(go: Go, folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const replaced: Record<string, string> = {};
  for (const { file, from, to } of patches) {
    const original = join(go.root, 'src', 'runtime', file);
    const parts = (await readFile(original, 'utf8')).split(from);
    if (parts.length !== 2) {
      throw new PreparationError(
        `The WebAssembly guests need a one-line patch of Go's runtime, and ${go.version} is not the text that it is made for ` +
          `(runtime/${file}): use Go 1.26, or adapt packages/cli/src/prepare/runtime-patch.ts.`,
      );
    }
    replaced[original] = join(folder, file);
    await writeFile(join(folder, file), parts.join(to));
  }
  const overlay = join(folder, 'overlay.json');
  await writeFile(overlay, JSON.stringify({ Replace: replaced }));
  return overlay;
}
