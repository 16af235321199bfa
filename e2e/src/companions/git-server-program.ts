/**
 * `git-server-program.ts ADDRESS PORT FOLDER`: git's own CGI program, http-backend, behind an HTTP server. On SIGHUP it goes
 * away, so that connections are refused; on SIGUSR2 it comes back.
 */
import { execFileSync, spawn } from 'node:child_process';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { answerFromCgi } from './cgi.ts';
import { gitEnvironment } from './git-environment.ts';
import { comeBack, goAway } from './git-server-signals.ts';

const [address = '', port = '', folder = ''] = process.argv.slice(2);
const backend = join(execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(), 'git-http-backend');

/** https://git-scm.com/docs/git-http-backend#_environment */
function environmentOf(request: IncomingMessage): NodeJS.ProcessEnv {
  const { pathname, search } = new URL(request.url ?? '/', 'http://git');
  const { headers } = request;
  return {
    ...process.env,
    ...gitEnvironment,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.receivepack',
    GIT_CONFIG_VALUE_0: 'true',
    GIT_PROJECT_ROOT: folder,
    GIT_HTTP_EXPORT_ALL: '1',
    PATH_INFO: decodeURIComponent(pathname),
    QUERY_STRING: search.slice(1),
    REQUEST_METHOD: request.method,
    REMOTE_ADDR: request.socket.remoteAddress,
    CONTENT_TYPE: headers['content-type'],
    CONTENT_LENGTH: headers['content-length'],
    HTTP_CONTENT_ENCODING: headers['content-encoding'],
    GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
  };
}

function serve(request: IncomingMessage, response: ServerResponse): void {
  const began = performance.now();
  const cgi = spawn(backend, { env: environmentOf(request), stdio: ['pipe', 'pipe', 'inherit'] });
  // It reads no further once it has refused; a client that hangs up is no reason to go on.
  cgi.stdin.on('error', () => {});
  response.on('close', () => cgi.kill());
  request.pipe(cgi.stdin);
  answerFromCgi(cgi.stdout, response);
  response.on('finish', () => {
    const took = (performance.now() - began).toFixed(0);
    console.log(`${String(request.method)} ${String(request.url)} ${String(response.statusCode)} ${took} ms`);
  });
}

const server = createServer(serve).listen(Number(port), address);
process.on(goAway, () => {
  server.close();
  server.closeAllConnections();
});
process.on(comeBack, () => server.listen(Number(port), address));
// It lives on while it is away.
setInterval(() => {}, 60_000);
