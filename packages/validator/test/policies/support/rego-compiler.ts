import { execFileSync } from 'node:child_process';
import type { CompiledPolicy, CompileFailure, PolicyCompiler, PolicySource } from '@seatrial/validator';
import { newestInCache } from '../../support/cache.ts';

const made = new Map<string, CompiledPolicy | CompileFailure>();

/** The prepared compiler; a source is compiled once in a test file. */
export const regoCompiler: PolicyCompiler = {
  identity: 'rego-compiler of the tests',
  async compile(sources) {
    return sources.map((source) => {
      const key = JSON.stringify(source);
      const answer = made.get(key) ?? compile(source);
      made.set(key, answer);
      return answer;
    });
  },
};

function compile(source: PolicySource): CompiledPolicy | CompileFailure {
  const line = execFileSync(newestInCache('engines/rego-compiler-*/rego-compiler'), {
    input: `${JSON.stringify({ id: '', ...source })}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const { wasm, inventory, namespaceObject, error } = JSON.parse(line) as {
    wasm?: string;
    inventory?: string[];
    namespaceObject?: boolean;
    error?: CompileFailure;
  };
  if (error !== undefined) return error;
  return {
    wasm: new Uint8Array(Buffer.from(wasm ?? '', 'base64')),
    inventory: inventory ?? [],
    namespaceObject: namespaceObject ?? false,
  };
}
