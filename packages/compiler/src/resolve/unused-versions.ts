import type { Finding } from '../findings/finding.ts';
import { closest } from 'fastest-levenshtein';
import type { Inputs } from '../model/inputs.ts';
import type { Placement } from '../resolved/placement.ts';
import { imageParts } from './image.ts';
import { isRecord } from '../objects/merge-patch.ts';

function imageNames(value: unknown, into: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) imageNames(item, into);
  else if (isRecord(value)) {
    if (typeof value['image'] === 'string') into.add(imageParts(value['image']).name);
    for (const field of Object.values(value)) imageNames(field, into);
  }
}

function chartNames(placement: Placement): string[] {
  return placement.charts.flatMap(({ source, component }) =>
    'chart' in source ? [source.chart] : [component, source.path],
  );
}

/** Entries of a versions file that nothing in the environment uses: most often a misspelt name. */
export function unusedVersions(
  inputs: Inputs,
  paths: Readonly<Record<string, string>>,
  placements: readonly Placement[],
): Finding[] {
  return Object.entries(inputs.versions).flatMap(([environment, file]) => {
    const here = placements.filter((placement) => placement.environment === environment);
    const images = new Set<string>();
    for (const placement of here) {
      for (const { object } of placement.objects) imageNames(object['spec'], images);
      for (const { values } of placement.charts) imageNames(values, images);
    }
    const used = { images, charts: new Set(here.flatMap(chartNames)) };
    return (['images', 'charts'] as const).flatMap((kind) =>
      Object.keys(file[kind] ?? {})
        .filter((name) => !used[kind].has(name))
        .map((name): Finding => {
          const near = used[kind].size === 0 ? undefined : closest(name, [...used[kind]]);
          return {
            code: 'SEA1019',
            severity: 'warning',
            sentence: `${paths[environment]}: nothing in environment ${environment} uses ${kind}.${name}`,
            hint: `take it out${near === undefined ? '' : `, or correct it: the nearest name in use is ${near}`}`,
            place: { environment, model: ['environments', environment, 'versions'] },
          };
        }),
    );
  });
}
