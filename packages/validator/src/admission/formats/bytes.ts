/** Length of a text in UTF-8, in bytes. */
export function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}

/** Length, in bytes, of what a base64 text stands for; line ends count nothing. */
export function decodedBytes(base64: string): number {
  const text = base64.replaceAll(/[\r\n]/g, '');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return Math.max(Math.floor((text.length / 4) * 3) - padding, 0);
}

/** A size in bytes as people write it: `1.5 MiB`. */
export function sizeName(bytes: number): string {
  const [unit, size] = bytes >= 1 << 20 ? (['MiB', 1 << 20] as const) : (['KiB', 1 << 10] as const);
  return `${(bytes / size).toLocaleString('en', { maximumFractionDigits: 1 })} ${unit}`;
}
