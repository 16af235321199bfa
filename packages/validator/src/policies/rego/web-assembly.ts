/** A module that the JavaScript engine has compiled. */
export type WasmModule = object & { readonly [Symbol.toStringTag]: string };

/** The part of WebAssembly that is used here; TypeScript only has its types together with those of a browser. */
const { WebAssembly: engine } = globalThis as unknown as {
  readonly WebAssembly: { compile(bytes: Uint8Array<ArrayBuffer>): Promise<WasmModule> };
};

/** @throws Error when the bytes are no WebAssembly. */
export function compileWasm(bytes: Uint8Array<ArrayBuffer>): Promise<WasmModule> {
  return engine.compile(bytes);
}
