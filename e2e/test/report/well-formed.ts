export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const empty = new Set(['meta', 'input', 'br', 'hr', 'img', 'link']);
const tag = /<!--.*?-->|<!doctype html>|<(\/?)([a-zA-Z][\w-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*(\/?)>/gs;

/**
 * The elements of a page or an XML document in their order.
 * @throws for a tag that ends what is not open, for one that is never ended, and for a `<` that begins no tag
 */
export function elementsOf(text: string): readonly Element[] {
  const elements: Element[] = [];
  const open: string[] = [];
  // Neither style sheets, nor character data, nor the XML declaration hold tags.
  const markup = text
    .replaceAll(/(<style>).*?(<\/style>)/gs, '$1$2')
    .replaceAll(/<!\[CDATA\[.*?\]\]>/gs, '')
    .replace(/^<\?xml[^>]*\?>/, '');
  if (markup.replaceAll(tag, '').includes('<')) throw new Error(`a < that begins no tag: ${stray(markup)}`);
  for (const [, end, name = '', attributes = '', self] of markup.matchAll(tag)) {
    if (name === '') continue;
    if (end === '/') {
      const last = open.pop();
      if (last !== name) throw new Error(`</${name}> ends <${last}>`);
      continue;
    }
    elements.push({
      name,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [key, value]),
      ),
    });
    if (self !== '/' && !empty.has(name)) open.push(name);
  }
  if (open.length > 0) throw new Error(`never ended: ${open.join(', ')}`);
  return elements;
}

function stray(markup: string): string {
  const rest = markup.replaceAll(tag, (found) => ' '.repeat(found.length));
  return markup.slice(rest.indexOf('<'), rest.indexOf('<') + 80);
}
