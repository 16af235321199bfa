import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { CompiledPolicy, CompileFailure, PolicyCompiler, PolicySource } from '@seatrial/validator';
import { cacheFolder } from '../cache/cache-folder.ts';
import { digest } from '../cache/digest.ts';
import { findEngine } from '../cache/engine-entry.ts';
import { writeEntry } from '../cache/write-entry.ts';
import { compileRego } from './compile-rego.ts';
import { hostDigest } from './host-digest.ts';

/**
 * OPA's compiler from the cache. What it has made is kept there too, so it starts only for Rego that is new.
 * @throws MissingFromCache when it is not prepared
 */
export function policyCompiler(): PolicyCompiler {
  const program = findEngine('rego-compiler');
  // The folder's name holds the digest of everything that the program was built from.
  const built = basename(dirname(program));
  return {
    identity: `${built} ${hostDigest()}`,
    async compile(sources) {
      const entries = sources.map((source) => entryOf(built, source));
      const missing = sources.filter((_, index) => !existsSync(entries[index] ?? ''));
      const made = missing.length === 0 ? [] : await compileRego(program, missing);
      await Promise.all(missing.map((source, index) => keep(entryOf(built, source), made[index])));
      return Promise.all(entries.map(read));
    },
  };
}

function entryOf(built: string, { rego, libs, version }: PolicySource): string {
  return join(cacheFolder(), 'policies', digest([built, version, rego, ...libs]));
}

const programFile = 'policy.wasm';
const answerFile = 'answer.json';

async function keep(entry: string, answer: CompiledPolicy | CompileFailure | undefined): Promise<void> {
  if (answer === undefined) return;
  await writeEntry(entry, async (folder) => {
    const { wasm, ...rest } = 'wasm' in answer ? answer : { ...answer, wasm: undefined };
    if (wasm !== undefined) await writeFile(join(folder, programFile), wasm);
    await writeFile(join(folder, answerFile), JSON.stringify(rest));
  });
}

async function read(entry: string): Promise<CompiledPolicy | CompileFailure> {
  const answer = JSON.parse(await readFile(join(entry, answerFile), 'utf8')) as
    Omit<CompiledPolicy, 'wasm'> | CompileFailure;
  if ('message' in answer) return answer;
  // A buffer of its own, which is what WebAssembly and its types ask for.
  return { ...answer, wasm: new Uint8Array(await readFile(join(entry, programFile))) };
}
