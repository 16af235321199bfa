import { literalBody, literalHeader } from './literal.ts';
import { scalar } from './scalar.ts';

/** Beyond this a reader wants an explicit key (YAML 1.2.2, 7.4.2: 1024 characters). */
const longestPlainKey = 1000;

/**
 * A JSON value as YAML: block style, two spaces, lists not indented under their key (as `kustomize build` prints), keys
 * in their own order, `undefined` members left out. Ends with a line break. Our own writer, because a tree of 2,000
 * overlays has to be written in a tenth of a second; a property test holds it to the `yaml` package and to kustomize.
 */
export function yamlText(value: unknown): string {
  const text = node(value, '', '');
  return `${text.startsWith('\n') ? text.slice(1) : text.trimStart()}\n`;
}

/** What follows `key:` (a space and a scalar, or a line break and a block). `indent` is that of the parent's keys. */
function node(value: unknown, indent: string, childIndent: string): string {
  if (typeof value === 'string') return text(value, childIndent);
  if (Array.isArray(value)) return value.length === 0 ? ' []' : list(value, indent);
  if (typeof value !== 'object' || value === null) return ` ${scalar(value)}`;
  const body = members(value as Readonly<Record<string, unknown>>, childIndent);
  return body === '' ? ' {}' : `\n${body}`;
}

function text(value: string, indent: string): string {
  const header = literalHeader(value);
  return header === undefined ? ` ${scalar(value)}` : ` ${header}\n${literalBody(value, indent || '  ')}`;
}

/** Lines of a map, the first one indented too. */
function members(map: Readonly<Record<string, unknown>>, indent: string): string {
  let lines = '';
  for (const name in map) {
    const value = map[name];
    if (value === undefined || !Object.hasOwn(map, name)) continue;
    const key = scalar(name);
    const head = key.length > longestPlainKey ? `? ${key}\n${indent}:` : `${key}:`;
    lines += `${lines === '' ? '' : '\n'}${indent}${head}${node(value, indent, `${indent}  `)}`;
  }
  return lines;
}

function list(values: readonly unknown[], indent: string): string {
  let lines = '';
  const inner = `${indent}  `;
  for (const value of values) lines += `\n${indent}-${element(value, inner)}`;
  return lines;
}

/** A map or list starts on the line of its dash. */
function element(value: unknown, indent: string): string {
  const block = node(value, indent, indent);
  if (!block.startsWith('\n')) return block;
  return ` ${block.slice(1 + indent.length)}`;
}
