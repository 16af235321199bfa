import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';

/** Hands on whole lines as they come. Resolves at the stream's end; rejects with what broke it, or what `onLine` throws. */
export async function eachLine(stream: Readable, onLine: (line: string) => void): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) if (line !== '') onLine(line);
  }
}
