import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { z } from 'zod';
import { RequestError } from '../../run/outcome-errors.ts';

/** Which context of a kubeconfig is which cluster of the fleet. */
export interface Contexts {
  /** Absolute path. */
  readonly kubeconfig: string;
  /** By cluster of the fleet. */
  readonly contexts: ReadonlyMap<string, string>;
}

const schema = z.strictObject({
  kubeconfig: z.string().optional(),
  clusters: z.record(z.string(), z.strictObject({ context: z.string() })),
});

const example =
  '`clusters: { <cluster>: { context: <context> } }`, and `kubeconfig: <path>` unless it is the usual one';

/**
 * Reads the file that names the contexts. Every cluster of the fleet must be named: the kubeconfig's current context is
 * never taken.
 * @throws RequestError
 */
export async function readContexts(file: string, clusters: readonly string[]): Promise<Contexts> {
  const { kubeconfig = '~/.kube/config', clusters: named } = await readFileAs(file);
  const missing = clusters.filter((name) => named[name] === undefined);
  const unknown = Object.keys(named).filter((name) => !clusters.includes(name));
  if (missing.length > 0) {
    throw new RequestError(
      `${file} names no context for ${missing.join(', ')}: name one for each cluster of the fleet.`,
    );
  }
  if (unknown.length > 0) {
    throw new RequestError(
      `${file} names ${unknown.join(', ')}, which the fleet does not have: its clusters are ${clusters.join(', ')}.`,
    );
  }
  return {
    kubeconfig: kubeconfig.startsWith('~/')
      ? join(homedir(), kubeconfig.slice(2))
      : resolve(dirname(file), kubeconfig),
    contexts: new Map(Object.entries(named).map(([name, { context }]) => [name, context])),
  };
}

async function readFileAs(file: string): Promise<z.infer<typeof schema>> {
  try {
    const read = schema.safeParse(parse(await readFile(file, 'utf8')));
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw new RequestError(
      `${file} is not a file of contexts (${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}): write ${example}.`,
    );
  } catch (error) {
    if (error instanceof YAMLParseError) {
      throw new RequestError(
        `${file} is not YAML (${error.message.split('\n')[0] ?? ''}): write ${example}.`,
      );
    }
    if (error instanceof Error && 'code' in error) {
      throw new RequestError(`${file} cannot be read (${String(error.code)}): name a file with ${example}.`);
    }
    throw error;
  }
}
