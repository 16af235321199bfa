import { beforeAll, describe, expect, it } from 'vitest';
import { fleetText, preparedOnce, temporaryWorkspace } from '../temporary-workspace.ts';

beforeAll(() => preparedOnce(), 600_000);

const model = 'environments/shop/fleet.ts';
const patched = (objects: string) =>
  fleetText('shop').replace('workloads: {', `objects: { own: ${objects} },\n      workloads: {`);

describe('validate', () => {
  it('checks every object, Argo CD’s too, and says how many', async () => {
    const workspace = temporaryWorkspace({ [model]: fleetText('shop') });
    const { code, stdout, stderr } = await workspace.seatrial('validate');
    expect(stdout).toMatch(
      /^shop: checked (\d+) of \1 objects: nothing found \(.* s\)\n {2}lab \(Kubernetes 1\.29\.15\): checked (\d+) of \2\n {2}paris \(Kubernetes 1\.29\.15\): checked (\d+) of \3$/,
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('reports a field that the schema does not have, once for all placements, with its place in the model', async () => {
    const workspace = temporaryWorkspace({
      [model]: patched(
        "{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'own' }, date: { a: '1' } }",
      ),
    });
    const { code, stdout } = await workspace.seatrial('validate');
    expect(stdout.match(/SEA3001/g)).toHaveLength(1);
    expect(stdout).toMatch(
      /✗ error SEA3001 date is not a field of the schema\.\n {4}environments\/shop\/fleet\.ts:13:89 · hello · ConfigMap hello\/own · \/date · (paris\/prod, lab\/dev|lab\/dev, paris\/prod)\n {4}→ Did you mean "data"\?/,
    );
    expect(code).toBe(1);
  });

  it('never counts a kind without a schema as checked', async () => {
    const workspace = temporaryWorkspace({
      [model]: patched(
        "{ apiVersion: 'example.io/v1', kind: 'Widget', metadata: { name: 'own' }, namespaced: true }",
      ).replace(', namespaced: true', ''),
    });
    const { stdout } = await workspace.seatrial('validate');
    const [, checked, total] = /checked (\d+) of (\d+) objects/.exec(stdout) ?? [];
    expect(Number(total) - Number(checked)).toBe(2);
    expect(stdout).toMatch(/ {2}lab .*; no schema for: example\.io\/v1 Widget \(1\)/);
  });

  it('prints data', async () => {
    const workspace = temporaryWorkspace({ [model]: fleetText('shop') });
    const { code, stdout } = await workspace.seatrial('validate', 'shop', '--cluster', 'lab', '-o', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      apiVersion: 'seatrial/v1',
      kind: 'Validation',
      results: [
        {
          subject: { kind: 'fleet', name: 'shop' },
          findings: [],
          coverage: [
            { cluster: 'lab', kubernetes: '1.29.15', total: 3, checked: 3, unchecked: [], notChecked: [] },
          ],
          units: [{ name: 'hello-dev-lab', cluster: 'lab', objects: 3 }],
          notRendered: [],
        },
      ],
    });
  });
});
