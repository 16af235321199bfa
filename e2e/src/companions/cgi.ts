import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';

/** Sends on what a CGI program prints: header lines, an empty line, and the body (RFC 3875, section 6). */
export function answerFromCgi(output: Readable, response: ServerResponse): void {
  let head = Buffer.alloc(0);
  const failed = (): void => {
    if (!response.headersSent) response.writeHead(502);
    response.end();
  };
  const onData = (chunk: Buffer): void => {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0) return;
    output.off('data', onData).off('end', failed);
    writeHead(head.subarray(0, end).toString('latin1'), response);
    response.write(head.subarray(end + 4));
    output.pipe(response);
  };
  output.on('data', onData).on('end', failed).on('error', failed);
}

function writeHead(text: string, response: ServerResponse): void {
  let status = 200;
  const headers: [string, string][] = [];
  for (const line of text.split('\r\n')) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).trim();
    if (name.toLowerCase() === 'status') status = Number.parseInt(value, 10);
    else headers.push([name, value]);
  }
  response.writeHead(status, headers.flat());
}
