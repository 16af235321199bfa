import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa, ExecaError } from 'execa';
import { findEngine } from '../cache/engine-entry.ts';

/** helm ended with an error; the message is one line, what it said that means something. */
export class HelmError extends Error {
  override readonly name = 'HelmError';
}

export interface HelmRun {
  /** Whether helm may open connections; without it every one is refused. */
  readonly network: boolean;
  /** Milliseconds after which helm is ended. */
  readonly timeout: number;
}

/**
 * Runs the real helm with homes of its own in a temporary folder, so that nothing of the user's (repositories, plugins,
 * credentials, kubeconfig) takes part. `work` gets the folder, for files of the run. Returns what helm printed.
 *
 * @throws MissingFromCache when helm is not prepared; {@link HelmError} when it fails.
 */
export async function runHelm(
  { network, timeout }: HelmRun,
  work: (folder: string) => Promise<readonly string[]> | readonly string[],
): Promise<string> {
  const program = findEngine('helm');
  const folder = await mkdtemp(join(tmpdir(), 'seatrial-helm-'));
  try {
    const { stdout } = await execa(program, [...(await work(folder))], {
      cwd: folder,
      timeout,
      maxBuffer: 256 << 20,
      stdin: 'ignore',
      env: { ...homes(folder), ...(network ? {} : noNetwork) },
    });
    return stdout;
  } catch (error) {
    if (!(error instanceof ExecaError)) throw error;
    throw new HelmError(
      error.timedOut ? `helm gave no answer in ${timeout / 1000} s` : errorIn(String(error.stderr)),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function homes(folder: string): Record<string, string | undefined> {
  return {
    HELM_CACHE_HOME: join(folder, 'cache'),
    HELM_CONFIG_HOME: join(folder, 'config'),
    HELM_DATA_HOME: join(folder, 'data'),
    HELM_PLUGINS: join(folder, 'plugins'),
    KUBECONFIG: join(folder, 'no-kubeconfig'),
    HELM_NAMESPACE: undefined,
    HELM_KUBECONTEXT: undefined,
    HELM_DEBUG: undefined,
  };
}

/** A values schema may refer to another host. Go's HTTP client asks the proxy, which is the discard port and refuses. */
const nobody = 'http://127.0.0.1:9';
const noNetwork = {
  HTTP_PROXY: nobody,
  HTTPS_PROXY: nobody,
  http_proxy: nobody,
  https_proxy: nobody,
  NO_PROXY: '',
  no_proxy: '',
};

const longest = 400;

/** Warnings come first and a hint comes last in what helm says; the error itself starts with `Error: ` and may go on. */
function errorIn(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim());
  const begin = lines.findIndex((line) => line.startsWith('Error: '));
  if (begin === -1)
    return lines.find((line) => line !== '' && !/^(WARNING|W\d{4})/.test(line)) ?? 'helm said nothing';
  const end = lines.indexOf('', begin);
  const sentence = lines
    .slice(begin, end === -1 ? undefined : end)
    .join(' ')
    .slice('Error: '.length);
  return sentence.length > longest ? `${sentence.slice(0, longest)}…` : sentence;
}
