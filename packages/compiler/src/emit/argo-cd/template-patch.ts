/** One field of an Application that the patch of its ApplicationSet writes. */
export interface PatchedField {
  /** Keys from the top of the Application. */
  readonly path: readonly string[];
  /** Go template pipeline that says whether an Application has the field. */
  readonly condition: string;
  /** Which Applications have it. */
  readonly present: readonly boolean[];
  /** The field as YAML, its key included, not indented. */
  readonly lines: readonly string[];
}

/** Lines of a patch, and when they are wanted. */
interface Block {
  readonly lines: readonly string[];
  readonly conditions: readonly string[];
  readonly present: readonly boolean[];
}

/** `spec.templatePatch` of an ApplicationSet. A key without a value would delete the field, so none is ever left empty. */
export function templatePatch(fields: readonly PatchedField[]): string {
  const everywhere = (fields[0]?.present ?? []).map(() => true);
  return `${blocks(fields, 0)
    .flatMap((block) => guarded(block, everywhere))
    .join('\n')}\n`;
}

function blocks(fields: readonly PatchedField[], depth: number): Block[] {
  const each = [...Map.groupBy(fields, (field) => field.path[depth] ?? '')].flatMap(([key, members]) => {
    if (members.every(({ path }) => path.length === depth + 1)) {
      return members.map(({ lines, condition, present }) => ({ lines, conditions: [condition], present }));
    }
    const children = blocks(members, depth + 1);
    const present = (members[0]?.present ?? []).map((_, index) =>
      children.some((child) => child.present[index]),
    );
    return {
      lines: [`${key}:`, ...children.flatMap((child) => guarded(child, present)).map((line) => `  ${line}`)],
      conditions: [...new Set(children.flatMap((child) => child.conditions))],
      present,
    };
  });
  // What is wanted together is written together, under one condition.
  return [...Map.groupBy(each, ({ conditions }) => conditions.join()).values()].flatMap((alike) =>
    alike.slice(0, 1).map((first) => ({ ...first, lines: alike.flatMap(({ lines }) => lines) })),
  );
}

/** The lines, with a condition where fewer Applications have them than have what is around them. */
function guarded({ lines, conditions, present }: Block, around: readonly boolean[]): readonly string[] {
  if (around.every((has, index) => !has || present[index])) return lines;
  const [only, ...more] = conditions;
  const condition = more.length === 0 ? only : `or ${conditions.map((each) => `(${each})`).join(' ')}`;
  return [`{{- if ${condition} }}`, ...lines, '{{- end }}'];
}
