/** `chart-server-program.ts ADDRESS PORT FOLDER`: serves the files of a folder, as they are at the time. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const [address = '', port = '', folder = ''] = process.argv.slice(2);
const types: Readonly<Record<string, string>> = { '.yaml': 'text/yaml', '.tgz': 'application/gzip' };

createServer((request, response) => {
  const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://charts').pathname));
  const type = types[extname(path)];
  const file = type === undefined ? Promise.reject(new Error('not served')) : readFile(join(folder, path));
  file.then(
    (content) => response.writeHead(200, { 'content-type': type }).end(content),
    () => response.writeHead(404).end(),
  );
}).listen(Number(port), address);
