/** Bytes of the section that nobody reads: enough for V8 to find the SDK's digest function worth compiling well. */
const padding = 400_000;

const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];

/**
 * A WASI program that does nothing, but long. `@wasmer/sdk` takes the digest of every module inside WebAssembly, in one
 * call, and V8 cannot exchange a function for its compiled form while that runs: without a short digest before it, the one
 * of the guest (17 MB) runs in the slow form to its end, 0.8 s instead of 0.15 s.
 */
export function warmUpModule(): Uint8Array {
  // A custom section without a name comes last.
  const last = [0, ...unsigned(padding + 1), 0];
  const program = [
    ...header,
    // One type without parameters and results, one function of it, one page of memory.
    ...section(1, [1, 0x60, 0, 0]),
    ...section(3, [1, 0]),
    ...section(5, [1, 0, 1]),
    ...section(7, [2, ...text('memory'), 2, 0, ...text('_start'), 0, 0]),
    ...section(10, [1, 2, 0, 0x0b]),
    ...last,
  ];
  const module = new Uint8Array(program.length + padding);
  module.set(program);
  return module;
}

function section(id: number, content: readonly number[]): readonly number[] {
  return [id, ...unsigned(content.length), ...content];
}

function text(value: string): readonly number[] {
  return [value.length, ...Buffer.from(value)];
}

/** An unsigned number as LEB128, seven bits a byte. */
function unsigned(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}
