import { beforeAll, describe, expect, it } from 'vitest';
import { fleetText, preparedOnce, temporaryWorkspace } from '../temporary-workspace.ts';
import { watchedProcess } from './watched-process.ts';

beforeAll(() => preparedOnce(), 600_000);

const model = 'environments/shop/fleet.ts';
const fine = /shop: checked (\d+) of \1 objects: nothing found \(/;
const ready = /Ctrl-C ends it\./;
// What it says on stdout may arrive after what it says on stderr.
const readyAndFine = /nothing found \(.*Ctrl-C ends it\./s;
const withObject = (object: string, imports = ''): string =>
  imports + fleetText('shop').replace('workloads: {', `objects: { own: ${object} },\n      workloads: {`);

describe('validate --watch', { timeout: 240_000 }, () => {
  it('says what was found after each change, survives a wrong model, and ends with Ctrl-C', async () => {
    const workspace = temporaryWorkspace({ [model]: fleetText('shop') });
    const watched = watchedProcess(workspace, ['validate', '--watch', '--cluster', 'lab']);
    // Everything at first; the coverage of a cluster that is not selected is no part of it.
    expect(await watched.heard(readyAndFine)).toMatch(/nothing found.*\n {2}lab \(Kubernetes [^\n]*\n$/s);

    workspace.put(
      model,
      withObject("{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' }, date: {} }"),
    );
    const found = await watched.heard(/shop: checked \d+ of \d+ objects: 1 error/);
    expect(found).toContain('date is not a field of the schema.');
    expect(found).not.toContain('(Kubernetes');

    workspace.put(model, 'export default 1,;\n');
    await watched.heard('✗ environments/shop/fleet.ts:1:17');
    workspace.put(model, 'throw new Error("not today");\n');
    await watched.heard('the model throws: not today');

    workspace.put(model, fleetText('shop'));
    await watched.heard(fine);
    expect(await watched.interrupt()).toBe(130);
  });

  it('begins with a model that is wrong', async () => {
    const workspace = temporaryWorkspace({ [model]: 'import "./missing.ts";\n' });
    const watched = watchedProcess(workspace, ['validate', '--watch', '--cluster', 'lab']);
    await watched.heard(ready);
    workspace.put(model, fleetText('shop'));
    await watched.heard(fine);
    expect(await watched.interrupt()).toBe(130);
  });

  it('watches what the model takes from elsewhere: imports, files that it reads, folders of kustomize', async () => {
    const text = "import { readFileSync } from 'node:fs';\nimport { data } from '../../shared/data.ts';\n";
    const workspace = temporaryWorkspace({
      [model]: withObject(
        "{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' }, data, ...JSON.parse(readFileSync('raw/more.json', 'utf8')) }",
        text,
      ).replace('workloads: {', "bases: { old: { path: '../../old' } },\n      workloads: {"),
      'shared/data.ts': "export { data } from './values.ts';\n",
      'shared/values.ts': "export const data = { a: '1' };\n",
      'raw/more.json': '{}',
      'old/kustomization.yaml': 'resources: [service.yaml]\n',
      'old/service.yaml':
        'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: old}\nautomountServiceAccountToken: false\n',
    });
    const watched = watchedProcess(workspace, ['validate', '--watch']);
    expect(await watched.heard(readyAndFine)).toMatch(fine);
    const changes: readonly (readonly [file: string, wrong: string, said: RegExp, right: string])[] = [
      ['shared/values.ts', 'export const data = { a: 1 };\n', /data\.a/, "export const data = { a: '2' };\n"],
      ['raw/more.json', '{"date":{}}', /date is not a field/, '{"immutable":true}'],
      [
        'old/service.yaml',
        'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: old}\nautomount: false\n',
        /automount is not a field/,
        'apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: old}\n',
      ],
    ];
    for (const [file, wrong, said, right] of changes) {
      workspace.put(file, wrong);
      expect(await watched.heard(/objects: \d+ errors?/)).toMatch(said);
      workspace.put(file, right);
      await watched.heard(fine);
    }
    // A file that comes into the model later is watched from then on.
    workspace.put('shared/new.ts', "export const data = { b: '1' };\n");
    workspace.put('shared/data.ts', "export { data } from './new.ts';\n");
    await watched.heard(fine);
    workspace.put('shared/new.ts', 'export const data = { b: 1 };\n');
    expect(await watched.heard(/objects: \d+ errors?/)).toContain('data.b');
    expect(await watched.interrupt()).toBe(130);
  });

  it('refuses a path, and a cluster that no fleet has', async () => {
    const workspace = temporaryWorkspace({ [model]: fleetText('shop') });
    const ofPath = await workspace.seatrial('validate', './environments', '--watch');
    expect({ code: ofPath.code, stderr: ofPath.stderr }).toEqual({
      code: 2,
      stderr: '✗ "./environments" is a path.\n    → Watch fleets: only a model says what it is made of.',
    });
    const ofCluster = await workspace.seatrial('validate', '--watch', '--cluster', 'labb');
    expect(ofCluster.code).toBe(2);
    expect(ofCluster.stderr).toContain('There is no cluster "labb".');
  });
});
