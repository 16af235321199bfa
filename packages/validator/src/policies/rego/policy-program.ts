import { loadPolicy } from '@open-policy-agent/opa-wasm';
import { builtins } from './builtins.ts';
import type { WasmModule } from './web-assembly.ts';

/** One violation that a policy finds. */
export interface Violation {
  readonly msg: string;
  readonly details: unknown;
}

/** A compiled policy, ready to be asked. It keeps state between questions: one question at a time. */
export interface PolicyProgram {
  /** Built-ins that it may call and that nobody supplies, sorted. */
  readonly missing: readonly string[];
  /** What `data.inventory` is from now on, as JSON. */
  setInventory(json: string): void;
  /** @param input JSON of `{review, parameters}`. @throws Error when the policy gives up, for example for lack of memory */
  violations(input: string): readonly Violation[];
}

/** Pages of 64 KiB: a policy that needs more than 1 GiB gives up. */
const memory = { initial: 5, maximum: 1 << 14 };

/** A new instance of a compiled policy. @throws Error when it is none */
export async function policyProgram(module: WasmModule): Promise<PolicyProgram> {
  const policy = await loadPolicy(module, memory, builtins);
  return {
    missing: externalBuiltins(policy)
      .filter((name) => !Object.hasOwn(builtins, name))
      .sort(),
    setInventory: (json) => policy.setData(bytesOf(`{"inventory":${json}}`)),
    violations: (input) => saidBy(policy.evaluate(bytesOf(input))),
  };
}

/** The exports that the package itself uses, and does not type. */
interface Exports {
  builtins(): number;
  opa_json_dump(address: number): number;
}

function externalBuiltins(policy: Awaited<ReturnType<typeof loadPolicy>>): string[] {
  const instance = 'instance' in policy.wasmInstance ? policy.wasmInstance.instance : policy.wasmInstance;
  const exports = instance.exports as unknown as Exports;
  const start = exports.opa_json_dump(exports.builtins());
  const bytes = new Uint8Array(policy.mem.buffer, start);
  return Object.keys(JSON.parse(new TextDecoder().decode(bytes.subarray(0, bytes.indexOf(0)))) as object);
}

function bytesOf(json: string): ArrayBuffer {
  const bytes = new TextEncoder().encode(json);
  return bytes.byteLength === bytes.buffer.byteLength ? bytes.buffer : bytes.slice().buffer;
}

/** @throws Error for a msg that is no text: Gatekeeper fails the whole review then. */
function saidBy(answer: unknown): readonly Violation[] {
  const results = answer as readonly { readonly result: readonly { msg: unknown; details: unknown }[] }[];
  return results.flatMap(({ result }) =>
    result.map(({ msg, details }) => {
      if (typeof msg !== 'string') throw new Error('a violation has a msg that is not a text');
      return { msg, details };
    }),
  );
}
