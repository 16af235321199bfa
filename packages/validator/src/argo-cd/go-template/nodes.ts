/** A parsed template: what stands between the braces, and the text around it. */
export type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly pipe: Pipe }
  | {
      readonly kind: 'if' | 'with' | 'range';
      readonly pipe: Pipe;
      readonly then: readonly Node[];
      readonly else: readonly Node[];
    }
  | { readonly kind: 'break' | 'continue' };

/** `$a := .b | lower`: commands, each fed with what the one before gives. */
export interface Pipe {
  /** Variables that the pipe sets, with their `$`. */
  readonly variables: readonly string[];
  /** Whether the variables are there already (`=`, not `:=`). */
  readonly assigns: boolean;
  readonly commands: readonly Command[];
}

/** An operand, or a function with its arguments. */
export type Command = readonly Operand[];

export type Operand =
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'dot' }
  | { readonly kind: 'nil' }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'pipe'; readonly pipe: Pipe }
  /** `.a.b`, `$x.a`, `(…).a`: fields of another operand. */
  | { readonly kind: 'fields'; readonly of: Operand; readonly names: readonly string[] };
