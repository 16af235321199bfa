import { parseSync, Visitor } from 'oxc-parser';

/** Something that a source file names and a boundary may forbid. */
export interface Use {
  /** Line, from 1. */
  readonly line: number;
  /** Module specifier as written; absent for a global. */
  readonly module?: string;
  /** Exported names that are taken; empty where that cannot be told (`import()`, `export *`, a worker file). */
  readonly names?: readonly string[];
  /** A global as written, for example `console.log`; `import()` for an import of what is not a literal. */
  readonly global?: string;
}

const watchedObjects = new Set(['console', 'process', 'Math', 'Date']);
const watchedCalls = new Set(['fetch', 'WebSocket']);

/** Every import, in any form, and every watched global of one TypeScript or JavaScript source. Throws on a syntax error. */
export function scan(path: string, text: string): readonly Use[] {
  const parsed = parseSync(path, text);
  const [error] = parsed.errors;
  if (error !== undefined) throw new SyntaxError(`${path}: ${error.message}`);
  const lineOf = lineFinder(text);
  const uses: Use[] = [];
  for (const { start, moduleRequest, entries } of parsed.module.staticImports) {
    const names = entries.map((entry) => entry.importName.name ?? entry.importName.kind);
    uses.push({ line: lineOf(start), module: moduleRequest.value, names });
  }
  for (const { entries } of parsed.module.staticExports) {
    for (const { start, moduleRequest, importName } of entries) {
      if (moduleRequest === null) continue;
      uses.push({
        line: lineOf(start),
        module: moduleRequest.value,
        names: [importName.name ?? importName.kind],
      });
    }
  }
  const take = (start: number, target: unknown): void => {
    const module = literal(target);
    uses.push(
      module === undefined ? { line: lineOf(start), global: 'import()' } : { line: lineOf(start), module },
    );
  };
  new Visitor({
    ImportExpression: (node) => take(node.start, node.source),
    TSImportType: (node) => take(node.start, node.source),
    CallExpression: (node) => {
      const { callee } = node;
      if (callee.type === 'Identifier' && callee.name === 'require') take(node.start, node.arguments[0]);
      if (callee.type === 'Identifier' && watchedCalls.has(callee.name)) {
        uses.push({ line: lineOf(node.start), global: callee.name });
      }
    },
    NewExpression: (node) => {
      if (node.callee.type !== 'Identifier') return;
      // `new URL('./worker.ts', import.meta.url)` is how a worker's file is named.
      const [target, base] = node.arguments;
      if (
        node.callee.name === 'URL' &&
        base?.type === 'MemberExpression' &&
        base.object.type === 'MetaProperty'
      ) {
        const module = literal(target);
        if (module !== undefined && /\.m?[jt]s$/.test(module))
          uses.push({ line: lineOf(node.start), module });
      }
      if (watchedCalls.has(node.callee.name))
        uses.push({ line: lineOf(node.start), global: node.callee.name });
    },
    MemberExpression: (node) => {
      if (node.object.type !== 'Identifier' || !watchedObjects.has(node.object.name)) return;
      const property = node.property.type === 'Identifier' ? node.property.name : literal(node.property);
      uses.push({ line: lineOf(node.start), global: `${node.object.name}.${property ?? '?'}` });
    },
  }).visit(parsed.program);
  return uses.toSorted((a, b) => a.line - b.line);
}

function literal(node: unknown): string | undefined {
  const { type, value } = (node ?? {}) as { type?: string; value?: unknown };
  return type === 'Literal' && typeof value === 'string' ? value : undefined;
}

function lineFinder(text: string): (offset: number) => number {
  return (offset) => text.slice(0, offset).split('\n').length;
}
