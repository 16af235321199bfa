import { contentOf } from '../../json/content.ts';
import { digestOf } from '../../json/digest.ts';
import type { CompiledPolicy, CompileFailure, PolicyCompiler, PolicySource } from '../policy-compiler.ts';

/** A template's Rego, compiled. */
export interface Policy {
  /** Covers the Rego and the compiler. */
  readonly digest: string;
  readonly compiled: CompiledPolicy;
}

/** What became of the Rego of a template. */
export type Compilation = (source: PolicySource) => Policy | CompileFailure;

/** Compiles each source once, however many clusters have it. */
export async function compileAll(
  sources: readonly PolicySource[],
  compiler: PolicyCompiler,
): Promise<Compilation> {
  const digestOfSource = (source: PolicySource): string =>
    digestOf(`${compiler.identity} ${contentOf(source).digest}`);
  const distinct = new Map(sources.map((source) => [digestOfSource(source), source]));
  const answers = distinct.size === 0 ? [] : await compiler.compile([...distinct.values()]);
  const compiled = new Map([...distinct.keys()].map((digest, index) => [digest, answers[index]]));
  return (source) => {
    const digest = digestOfSource(source);
    const answer = compiled.get(digest);
    if (answer === undefined) return { message: 'the compiler gave no answer' };
    return 'wasm' in answer ? { digest, compiled: answer } : answer;
  };
}
