import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { recipes } from '@seatrial/guests';
import { ExecaError, execa } from 'execa';
import { MissingTool } from './preparation-error.ts';

/** The Go that builds the engines. */
export interface Go {
  /** As Go says it: `go1.26.8`. */
  readonly version: string;
  /** Absolute path of its standard library's root. */
  readonly root: string;
}

/** What every run of Go is told: no workspace file or flag of the user's may reach a build, nor may Go replace itself. */
export const goEnvironment = {
  GOFLAGS: '-mod=readonly',
  GOWORK: 'off',
  GOTOOLCHAIN: 'local',
  GO111MODULE: 'on',
} as const;

/** Finds Go and checks that it is new enough for every engine; throws {@link MissingTool} with the version to install. */
export async function findGo(): Promise<Go> {
  const needed = await neededVersion();
  const wayOut = `install Go ${needed} or newer and run \`seatrial prepare\` again.`;
  const { version, root } = await askGo(wayOut);
  if (isOlder(version.replace(/^go/, ''), needed)) {
    throw new MissingTool(
      `The engines need Go ${needed}, and the Go that was found is ${version}: ${wayOut}`,
    );
  }
  return { version, root };
}

async function askGo(wayOut: string): Promise<Go> {
  try {
    const { stdout } = await execa('go', ['env', 'GOVERSION', 'GOROOT'], { env: goEnvironment });
    const [version = '', root = ''] = stdout.split('\n');
    return { version, root };
  } catch (error) {
    if (error instanceof ExecaError && error.code === 'ENOENT') {
      throw new MissingTool(`Go is not installed, and it builds the engines: ${wayOut}`);
    }
    throw error;
  }
}

/** The newest Go that a `go.mod` of the engines asks for. */
async function neededVersion(): Promise<string> {
  const asked = await Promise.all(
    Object.values(recipes).map(async ({ folder }) => {
      const text = await readFile(join(folder, 'go.mod'), 'utf8');
      return /^go (\S+)$/m.exec(text)?.[1] ?? '0';
    }),
  );
  return asked.reduce((a, b) => (isOlder(a, b) ? b : a));
}

/** Compares versions number by number: `1.9` is older than `1.26.0`. What follows the numbers (`rc1`) does not count. */
function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((text) => text.split('.').map((part) => Number.parseInt(part, 10) || 0));
  for (const place of [0, 1, 2]) {
    const difference = (a?.[place] ?? 0) - (b?.[place] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
