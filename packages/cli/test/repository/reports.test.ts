import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log } from 'sarif';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seatrial } from './support/seatrial.ts';

const scratch = mkdtempSync(join(tmpdir(), 'seatrial-reports-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const formats = [
  'json=out/all.json',
  'junit=out/all.xml',
  'sarif=out/all.sarif',
  'markdown=out/all.md',
  'github',
];
let stdout = '';
const read = (file: string): string => readFileSync(join(scratch, 'out', file), 'utf8');

beforeAll(async () => {
  cpSync(join(import.meta.dirname, 'golden/overlays'), join(scratch, 'overlays'), { recursive: true });
  cpSync(join(import.meta.dirname, 'golden/argo-cd'), join(scratch, 'argo-cd'), { recursive: true });
  for (const name of ['overlays', 'argo-cd'])
    expect(await seatrial(scratch, 'prepare', name)).toMatchObject({ code: 0 });
  const reports = formats.flatMap((format) => ['--report', format]);
  const run = await seatrial(scratch, 'validate', './overlays', './argo-cd', ...reports);
  expect(run).toMatchObject({ code: 1, stderr: '' });
  ({ stdout } = run);
}, 600_000);

describe('the reports of repositories', { timeout: 120_000 }, () => {
  it('are JSON as its schema says, with what is not rendered at its root', async () => {
    const data = JSON.parse(read('all.json')) as {
      results: { subject: object; units: { name: string; notRendered?: string }[] }[];
    };
    const { stdout: schema } = await seatrial(scratch, 'validate', '--schema');
    const validate = new Ajv2020().compile(JSON.parse(schema) as object);
    expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
    expect(data.results.map(({ subject }) => subject)).toEqual([
      { kind: 'repository', name: './overlays' },
      { kind: 'repository', name: './argo-cd' },
    ]);
    expect(data.results[0]?.units.find(({ name }) => name === 'overlays/prod')?.notRendered).toContain(
      'https://git.example/shop/shared//base?ref=v1.0.0',
    );
  });

  it('are JUnit with a suite for each cluster and a case for each root', () => {
    const xml = read('all.xml');
    const suites = [
      ...xml.matchAll(/<testsuite name="([^"]*)" tests="(\d+)" failures="(\d+)".*?skipped="(\d+)"/g),
    ];
    expect(suites.map(([, ...counts]) => counts.join(' '))).toEqual([
      './overlays applied by hand 5 2 1',
      './overlays 2 0 0',
      './argo-cd bootstrap 2 1 0',
      './argo-cd paris 5 1 3',
      './argo-cd applied by hand 2 1 0',
      './argo-cd 1 0 0',
    ]);
    const failed = [
      ...xml.matchAll(/<testcase classname="[^"]*" name="([^"]*)">\s*<failure message="([^"]*)"/g),
    ];
    expect(failed.map(([, name, message]) => [name, message])).toContainEqual([
      'overlays/dev',
      'spec.replicas is a string; it must be an integer.',
    ]);
  });

  it('are SARIF with the file and line that people wrote', () => {
    const { runs } = JSON.parse(read('all.sarif')) as Log;
    const places = runs.flatMap(({ results = [] }) =>
      results.map(({ ruleId, locations }) => {
        const at = locations?.[0]?.physicalLocation;
        return `${ruleId} ${at?.artifactLocation?.uri}:${at?.region?.startLine}`;
      }),
    );
    expect(places).toContain('SEA3001 overlays/dev/replicas.yaml:6');
    expect(places).toContain('SEA3112 guestbook/deployment.yaml:18');
  });

  it('are Markdown and annotations of GitHub', () => {
    expect(read('all.md')).toContain('## ./overlays: 2 errors, 1 warning, 1 info');
    expect(stdout).toContain('::error file=overlays/dev/replicas.yaml,line=6,col=3,title=SEA3001 ');
  });
});
