/** A name for the parameter that carries the field, free among `taken`, fit for a Go template: `targetRevision`. */
export function parameterName(path: readonly string[], taken: ReadonlySet<string>): string {
  const words = path.map((key) => key.slice(key.lastIndexOf('/') + 1));
  for (let from = words.length - 1; from >= 0; from -= 1) {
    const name = camelCase(words.slice(from).join('-'));
    if (!taken.has(name)) return name;
  }
  let number = 2;
  while (taken.has(`${camelCase(words.join('-'))}${number}`)) number += 1;
  return `${camelCase(words.join('-'))}${number}`;
}

function camelCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words
    .map((word, index) => (index === 0 ? word : `${word.charAt(0).toUpperCase()}${word.slice(1)}`))
    .join('');
}
