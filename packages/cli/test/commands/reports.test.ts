import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Log } from 'sarif';
import { beforeAll, describe, expect, it } from 'vitest';
import { fleetText, preparedOnce, temporaryWorkspace } from '../temporary-workspace.ts';

beforeAll(() => preparedOnce(), 600_000);

const model = 'environments/shop/fleet.ts';
/** A ConfigMap with a misspelt field everywhere, and another one on the lab only. */
const wrong = fleetText('shop', {
  more: "suppress: [{ code: 'SEA3001', object: 'ConfigMap/known', reason: 'It goes away in | May.' }],",
})
  .replace(
    'workloads: {',
    "objects: { own: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' }, date: { a: '1' } },\n        known: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'known' }, date: {} } },\n      workloads: {",
  )
  .replace('dev: { workloads', "dev: { objects: { own: { datum: 'x' } }, workloads");

describe('reports', { timeout: 120_000 }, () => {
  it('hold what keeps a model from being loaded, so that no program takes silence for a pass', async () => {
    const workspace = temporaryWorkspace({
      [model]: fleetText('shop').replace('workloads: {', 'workload: {'),
      'environments/other/fleet.ts': 'export default {\n  broken\n',
    });
    const { code, stdout, stderr } = await workspace.seatrial(
      'validate',
      '--report',
      'junit=out.xml',
      '--report',
      'sarif=out.sarif',
      '-o',
      'json',
    );
    expect(code).toBe(2);
    expect(stderr).toContain('SEA1001');
    const { results } = JSON.parse(stdout) as {
      results: { subject: { name: string }; findings: { code: string; place: { source: unknown } }[] }[];
    };
    expect(results.map(({ subject, findings }) => [subject.name, findings[0]?.code])).toEqual([
      ['other', 'SEA6005'],
      ['shop', 'SEA1001'],
    ]);
    expect(results[0]?.findings[0]?.place.source).toMatchObject({ file: 'environments/other/fleet.ts' });
    expect(results[1]?.findings[0]?.place.source).toMatchObject({ file: model });
    expect(workspace.read('out.xml')).toMatch(/<testsuites tests="2" failures="2"/);
    const log = JSON.parse(workspace.read('out.sarif')) as Log;
    expect(log.runs[0]?.results?.map(({ ruleId }) => ruleId)).toEqual(['SEA6005', 'SEA1001']);
  });

  it('are written side by side in one run, each true to its own form', async () => {
    const workspace = temporaryWorkspace({ [model]: wrong });
    await workspace.seatrial('compile');
    const summary = join(workspace.root, 'summary.md');
    const { code, stdout } = await workspace
      .withEnvironment({ GITHUB_STEP_SUMMARY: summary })
      .seatrial(
        'validate',
        ...[
          'json=out/all.json',
          'junit=out/all.xml',
          'sarif=out/all.sarif',
          'markdown=out/all.md',
          'github',
        ].flatMap((report) => ['--report', report]),
      );
    expect(code).toBe(1);

    expect(stdout).toContain(
      [
        '✗ error SEA3001 date is not a field of the schema.',
        '    environments/shop/fleet.ts:13:89 · hello · ConfigMap hello/own · /date · lab/dev, paris/prod',
        '    generated: clusters/shop/base/hello/own-configmap.yaml:6:1',
        '    → Did you mean "data"?',
      ].join('\n'),
    );
    expect(stdout).toContain('generated: clusters/shop/lab/dev/hello/kustomization.yaml:13\n');
    expect(stdout).toContain('– suppressed SEA3001 date is not a field of the schema.');
    expect(stdout).toContain('→ Accepted: It goes away in | May.');
    expect(stdout).toContain('shop: checked 18 of 18 objects: 3 errors, 2 suppressed');
    expect(stdout).toContain(
      '::error file=environments/shop/fleet.ts,line=13,col=89,title=SEA3001 hello · ConfigMap hello/own · /date::date is not a field of the schema.%0ADid you mean "data"?%0Alab/dev, paris/prod\n',
    );

    expect(readFileSync(summary, 'utf8')).toBe(workspace.read('out/all.md'));
    expect(workspace.read('out/all.md')).toContain('## shop: 3 errors, 2 suppressed');
    expect(workspace.read('out/all.md')).toContain(
      'hello · ConfigMap hello/known · /date: date is not a field',
    );
    expect(workspace.read('out/all.md')).toContain(String.raw`It goes away in \| May.`);

    const xml = workspace.read('out/all.xml');
    expect(xml).toMatch(/<testsuites tests="3" failures="2" errors="0" skipped="0">/);
    expect(xml).toMatch(/<testcase classname="shop.lab" name="hello-dev-lab">\s*<failure message="2 errors"/);

    const log = JSON.parse(workspace.read('out/all.sarif')) as Log;
    const results = log.runs[0]?.results ?? [];
    expect(results.map(({ ruleId, level, suppressions }) => [ruleId, level, suppressions?.length])).toEqual([
      ['SEA3001', 'error', undefined],
      ['SEA3001', 'error', undefined],
      ['SEA3001', 'error', 1],
    ]);
    expect(new Set(results.map(({ partialFingerprints }) => partialFingerprints?.['finding/v1'])).size).toBe(
      3,
    );

    const again = await workspace.seatrial('validate', '-o', 'json');
    expect(again.stdout).toBe(workspace.read('out/all.json').trimEnd());
  });

  it('in JSON hold to the schema that --schema prints and docs/ holds', async () => {
    const workspace = temporaryWorkspace({ [model]: wrong });
    const { stdout: schema } = await workspace.seatrial('validate', '--schema');
    const { stdout } = await workspace.seatrial('validate', '-o', 'json');
    const accepts = new Ajv2020({ strict: true }).compile(JSON.parse(schema) as object);
    accepts(JSON.parse(stdout));
    expect(accepts.errors ?? []).toEqual([]);
    expect(accepts({ ...(JSON.parse(stdout) as object), results: [{}] })).toBe(false);
  });

  it('that cannot be written or do not exist end in a sentence', async () => {
    const workspace = temporaryWorkspace({ [model]: fleetText('shop') });
    const unwritable = await workspace.seatrial('validate', '--report', `sarif=${model}/x`);
    expect(unwritable.code).toBe(3);
    expect(unwritable.stderr).toMatch(
      /^✗ A report could not be written: .*\n {4}→ Name a file in a folder that can be written\.$/,
    );
    for (const [text, words] of [
      ['foo=x', 'There is no report "foo"; there is json, junit, sarif, markdown, github.'],
      ['sarif', 'Write `--report sarif=<file>`: the report goes into a file.'],
      ['github=x', 'Write `--report github`: it takes no file.'],
    ] as const) {
      const { code, stderr } = await workspace.seatrial('validate', '--report', text);
      expect([code, stderr.includes(words)]).toEqual([2, true]);
    }
  });
});
