/** One field of an Application that the patch of its ApplicationSet writes. */
export interface PatchedField {
  /** Keys from the top of the Application. */
  readonly path: readonly string[];
  /** Go template pipeline that says whether an Application has the field. */
  readonly condition: string;
  /** Which Applications have it. */
  readonly present: readonly boolean[];
  /** What follows `key:`, for children indented by so many spaces. */
  value(indent: number): string;
}

/** Lines of a patch, and when they are wanted. */
interface Block {
  readonly lines: readonly string[];
  readonly conditions: readonly string[];
  readonly present: readonly boolean[];
}

/** `spec.templatePatch` of an ApplicationSet. A key without a value would delete the field, so none is ever left empty. */
export function templatePatch(fields: readonly PatchedField[]): string {
  return `${blocks(fields, 0)
    .flatMap((block) => guarded(block, 0))
    .join('\n')}\n`;
}

function blocks(fields: readonly PatchedField[], depth: number): Block[] {
  const byKey = Map.groupBy(fields, (field) => field.path[depth] ?? '');
  return [...byKey].map(([key, members]) => {
    const [field] = members;
    const head = `${' '.repeat(2 * depth)}${patchKey(key)}:`;
    if (field !== undefined && field.path.length === depth + 1) {
      const line = `${head}${field.value(2 * depth + 2)}`;
      return { lines: [line], conditions: [field.condition], present: field.present };
    }
    const children = blocks(members, depth + 1);
    return {
      lines: [head, ...children.flatMap((child) => guarded(child, depth + 1))],
      conditions: children.flatMap((child) => child.conditions),
      present: (children[0]?.present ?? []).map((_, index) => children.some((child) => child.present[index])),
    };
  });
}

function guarded({ lines, conditions, present }: Block, depth: number): readonly string[] {
  if (present.every(Boolean)) return lines;
  const indent = ' '.repeat(2 * depth);
  const [only, ...more] = conditions;
  const condition = more.length === 0 ? only : `or ${conditions.map((each) => `(${each})`).join(' ')}`;
  return [`${indent}{{- if ${condition} }}`, ...lines, `${indent}{{- end }}`];
}

function patchKey(key: string): string {
  return /^[A-Za-z0-9_][A-Za-z0-9_./-]*$/.test(key) ? key : JSON.stringify(key);
}
