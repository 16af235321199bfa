import type { CompiledPolicy, CompileFailure, PolicySource } from '@seatrial/validator';
import { execa, ExecaError } from 'execa';

/** One line of the compiler's output (tools/guests/rego-compiler/main.go). */
interface Line {
  readonly wasm?: string;
  readonly inventory?: readonly string[];
  readonly namespaceObject?: boolean;
  readonly error?: CompileFailure;
}

/**
 * Compiles sources with OPA's compiler, all in one process, one answer for each in order.
 * @throws Error when the process dies
 */
export async function compileRego(
  program: string,
  sources: readonly PolicySource[],
): Promise<readonly (CompiledPolicy | CompileFailure)[]> {
  try {
    const { stdout } = await execa(program, {
      input: sources.map((source, id) => `${JSON.stringify({ id: String(id), ...source })}\n`).join(''),
      env: {},
      extendEnv: false,
    });
    return stdout.split('\n').map((line) => answerOf(JSON.parse(line) as Line));
  } catch (error) {
    if (!(error instanceof ExecaError)) throw error;
    throw new Error(`OPA's compiler ended with an error: ${error.shortMessage}`, { cause: error });
  }
}

function answerOf({
  wasm,
  inventory = [],
  namespaceObject = false,
  error,
}: Line): CompiledPolicy | CompileFailure {
  if (wasm === undefined) return error ?? { message: "OPA's compiler gave no answer" };
  return { wasm: new Uint8Array(Buffer.from(wasm, 'base64')), inventory, namespaceObject };
}
