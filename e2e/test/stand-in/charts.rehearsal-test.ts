import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { chartValueFiles, emit, objectId, objectKey, type KubernetesObject } from '@seatrial/compiler';
import { standInCharts, standInGitCharts } from '../../src/stand-in/charts/stand-in-charts.ts';
import { standIn } from '../../src/stand-in/stand-in.ts';
import { preparedPrograms } from '../support/prepared-programs.ts';
import { lighthouse, worldOf } from './support/lighthouse.ts';

let helm: string;
let folder: string;

beforeAll(async () => {
  helm = (await preparedPrograms()).path('helm');
  folder = mkdtempSync(join(tmpdir(), 'seatrial-stand-in-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const text = fc.constantFrom(
  'a',
  'b<c>&d',
  'ü€😀',
  '{{ f }}',
  'yes',
  '0x1F',
  '1e3',
  'two\nlines ',
  '\u2028',
  '',
);
const leaf = fc.oneof(
  text,
  fc.constantFrom(0, -1, 1.5, 1e-7, 1e21, 123456789012, 0.1),
  fc.boolean(),
  fc.constant(null),
);
const values = fc.dictionary(
  fc.constantFrom('one', 'Zwei', 'ä', 'a.b', '😀', 'ﬀ'),
  fc.oneof(leaf, fc.array(leaf, { maxLength: 2 }), fc.dictionary(text, leaf, { maxKeys: 2 })),
  { maxKeys: 4 },
);

test('helm makes of a stand-in, with the value files of the tree, exactly the objects that live ones are held to', async () => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(values, async (some) => {
      const root = join(folder, String((run += 1)));
      const real = lighthouse({ values: some });
      const world = worldOf('control plane');
      const { fleet } = standIn(real, world);
      const charts = [
        ...standInCharts(real, world).map(({ chart }) => ({ name: chart.name, files: chart.files })),
        ...standInGitCharts(real, world).map(({ path, files }) => ({ name: path, files })),
      ];
      write(
        root,
        charts.flatMap(({ name, files }) =>
          Object.entries(files).map(([path, content]) => [`charts/${name}/${path}`, content] as const),
        ),
      );
      write(
        root,
        [...emit(fleet)].map(([path, content]) => [`${fleet.tree}/${path}`, content] as const),
      );
      for (const placement of fleet.placements) {
        for (const chart of placement.charts) {
          const name = 'chart' in chart.source ? chart.source.chart : chart.source.path;
          const files = chartValueFiles(fleet, placement, chart).flatMap((path) => [
            '--values',
            join(root, path),
          ]);
          const where = ['--namespace', placement.namespace, ...files];
          const chartFolder = join(root, 'charts', name);
          const { stdout } = await execa(helm, [
            'template',
            '--include-crds',
            ...where,
            chart.release,
            chartFolder,
          ]);
          const made = parseAllDocuments(stdout, { version: '1.1' })
            .map((document) => document.toJS() as KubernetesObject | null)
            .filter((object) => object !== null);
          expect(byKey(made)).toEqual(byKey(chart.objects ?? []));
        }
      }
    }),
    { numRuns: 15 },
  );
});

function byKey(objects: readonly KubernetesObject[]): Record<string, KubernetesObject> {
  return Object.fromEntries(objects.map((object) => [objectKey(objectId(object)), object]));
}

function write(root: string, files: readonly (readonly [path: string, content: string])[]): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}
