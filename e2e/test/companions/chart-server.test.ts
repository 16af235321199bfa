import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startChartServer } from '../../src/companions/chart-server.ts';
import type { ChartServer } from '../../src/lab/lab.ts';
import type { Run } from '../../src/run/run.ts';
import { preparedPrograms } from '../support/prepared-programs.ts';
import { openTestRun } from '../support/test-run.ts';

let run: Run;
let server: ChartServer;

beforeAll(async () => {
  run = await openTestRun({ programs: await preparedPrograms() });
  server = await startChartServer(run, { address: '127.0.0.1' });
});
afterAll(() => run.supervisor.close());

const chart = (name: string, version: string, greeting = 'hello') => ({
  name,
  version,
  files: {
    'Chart.yaml': `apiVersion: v2\nname: ${name}\nversion: ${version}\n`,
    'values.yaml': `greeting: ${greeting}\n`,
    'crds/boats.yaml': 'kind: CustomResourceDefinition\n',
    'templates/note.yaml': 'kind: ConfigMap\ndata: { greeting: {{ .Values.greeting }} }\n',
  },
});

async function helm(...args: string[]): Promise<string> {
  const { stdout } = await execa(run.programs.path('helm'), args, {
    cwd: run.folder,
    env: { HOME: run.folder, XDG_CACHE_HOME: join(run.folder, 'helm') },
  });
  return stdout;
}

test('helm finds, checks and renders what was just published', async () => {
  await server.publish('charts.example/shop', chart('api', '1.0.0'));
  const source = ['--repo', server.url('charts.example/shop')];
  expect(await helm('template', 'api', 'api', ...source, '--version', '1.0.0')).toContain('greeting: hello');
  await server.publish('charts.example/shop', chart('api', '1.1.0', 'ahoy'));
  expect(await helm('template', 'api', 'api', ...source)).toContain('greeting: ahoy');
  const pulled = join(run.folder, 'pulled');
  await helm('pull', 'api', ...source, '--version', '1.0.0', '--untar', '--untardir', pulled);
  expect(await readFile(join(pulled, 'api/crds/boats.yaml'), 'utf8')).toContain('CustomResourceDefinition');
});

test('charts published at the same time are all there, in the repository that each belongs to', async () => {
  const names = ['a', 'b', 'c', 'd'];
  await Promise.all(names.map((name) => server.publish('one.example', chart(name, '1.0.0'))));
  await server.publish('two.example/deep/path', chart('a', '2.0.0'));
  for (const name of names) {
    expect(await helm('show', 'chart', name, '--repo', server.url('one.example'))).toContain(
      'version: 1.0.0',
    );
  }
  await expect(helm('show', 'chart', 'b', '--repo', server.url('two.example/deep/path'))).rejects.toThrow(
    'not found',
  );
});

test('a chart that is published again is served as it is now', async () => {
  await server.publish('again.example', chart('api', '1.0.0', 'first'));
  await server.publish('again.example', chart('api', '1.0.0', 'second'));
  const rendered = await helm('template', 'api', 'api', '--repo', server.url('again.example'));
  expect(rendered).toContain('greeting: second');
});

test('nothing but charts is served', async () => {
  const outside = new URL(server.url('x'));
  outside.pathname = '/..%2flogs%2fchart-server.log';
  expect((await fetch(outside)).status).toBe(404);
  expect((await fetch(server.url('nowhere/index.yaml'))).status).toBe(404);
});
