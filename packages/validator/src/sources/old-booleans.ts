/** Whether YAML 1.1, and so kubectl and Argo CD (go-yaml v2 rules), read a plain scalar as a boolean that kustomize keeps as text. */
export function isOldBoolean(text: string): boolean {
  return text.length <= 3 && meaning.has(text);
}

/** The boolean that it is. */
export function oldBoolean(text: string): boolean | undefined {
  return meaning.get(text);
}

const meaning = new Map<string, boolean>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'on', 'On', 'ON'].map((text) => [text, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'off', 'Off', 'OFF'].map((text) => [text, false] as const),
]);
