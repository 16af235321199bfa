import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Recipe, recipes, type RecipeName } from '@seatrial/guests';
import { ExecaError, execa } from 'execa';
import { describeEngine, engineEntry, engineFile, engineFiles, enginePath } from '../cache/engine-entry.ts';
import { temporaryFolder, writeEntry } from '../cache/write-entry.ts';
import { copyProgramFiles } from './copy-program-files.ts';
import { type Go, goEnvironment } from './go.ts';
import { PreparationError } from './preparation-error.ts';
import type { Progress } from './progress.ts';
import { writeRuntimeOverlay } from './runtime-patch.ts';

/** Those of them that have to be built, in their order. */
export function missingEngines(names: readonly RecipeName[]): readonly RecipeName[] {
  return [...new Set(names)].filter((name) => !existsSync(enginePath(recipes[name])));
}

/** Builds an engine into the cache, unless it is there. Returns its path. `place` is its place among several: ` (3 of 12)`. */
export async function prepareEngine(
  recipe: Recipe,
  findGo: () => Promise<Go>,
  progress: Progress,
  place = '',
): Promise<string> {
  const path = enginePath(recipe);
  if (existsSync(path)) return path;
  const go = await findGo();
  await progress.step(`building ${describeEngine(recipe)}${place}`, () =>
    writeEntry(engineEntry(recipe), async (folder) => {
      await buildEngine(recipe, go, join(folder, engineFile(recipe)));
      await copyProgramFiles(recipe, join(folder, engineFiles));
      await writeFile(
        join(folder, 'entry.json'),
        JSON.stringify({ ...recipe, folder: undefined, go: go.version }),
      );
    }),
  );
  return path;
}

/** One `go build` of a recipe into the file `output`. */
export async function buildEngine(recipe: Recipe, go: Go, output: string): Promise<void> {
  const scratch = await temporaryFolder();
  try {
    const overlay = recipe.overlay ? ['-overlay', await writeRuntimeOverlay(go, scratch)] : [];
    await execa(
      'go',
      [
        'build',
        ...(recipe.shared ? [] : ['-trimpath']),
        '-buildvcs=false',
        ...overlay,
        '-ldflags',
        linkerFlags(recipe),
        '-o',
        output,
        recipe.package,
      ],
      {
        cwd: recipe.folder,
        env: { ...goEnvironment, ...targets[recipe.target], CGO_ENABLED: recipe.shared ? undefined : '0' },
      },
    );
  } catch (error) {
    if (!(error instanceof ExecaError)) throw error;
    throw new PreparationError(
      `${describeEngine(recipe)} could not be built with ${go.version}: ${firstLine(String(error.stderr))}; ` +
        'see that the Go module proxy can be reached, and run the same command again.',
    );
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** A program is for this machine, whatever the user's Go is set to build for. */
const targets = {
  native: { GOOS: undefined, GOARCH: undefined },
  wasip1: { GOOS: 'wasip1', GOARCH: 'wasm' },
} as const;

function linkerFlags({ variables }: Recipe): string {
  // -s -w leave out the symbol table: a guest loads in a time that grows with its size.
  return ['-s', '-w', ...Object.entries(variables).map(([name, value]) => `-X ${name}=${value}`)].join(' ');
}

/** The first line that is neither progress nor the heading of a package (`# name`) says what is wrong. */
function firstLine(stderr: string): string {
  const line = stderr.split('\n').find((text) => text.trim() !== '' && !/^(#|go: downloading)/.test(text));
  return line?.trim() ?? 'go said nothing';
}
