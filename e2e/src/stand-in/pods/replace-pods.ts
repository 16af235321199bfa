import type { ResolvedFleet } from '@seatrial/compiler';
import { isDeepStrictEqual } from 'node:util';
import { asRecords, type JsonRecord } from '../json.ts';
import { mapObjects, type MappedObject } from '../map-objects.ts';
import type { Replaced } from '../replacement.ts';
import type { World } from '../world.ts';
import { namesUnknownClass } from './known-classes.ts';
import { podTemplateOf } from './pod-template.ts';
import { probePod } from './probe-pod.ts';
import { fewReplicas } from './replicas.ts';

const why = 'no rehearsal pulls the fleet’s images; this one answers on the port of each container';

/**
 * On the data plane every container runs the probe's image, so that Services, probes and hosts are real although what
 * serves is not. On the control plane nothing is pulled, and pods stay as they are, but for classes that nobody makes.
 */
export function replacePods(fleet: ResolvedFleet, { probeImage }: World): Replaced {
  const unknownClasses = namesUnknownClass(fleet);
  return mapObjects(fleet, (object) => {
    const few = probeImage === undefined ? { object, replacements: [] } : fewReplicas(object);
    const template = podTemplateOf(few.object);
    if (template === undefined) return few;
    const lost = new Set(unknownClasses(template.spec));
    const admitted = Object.fromEntries(Object.entries(template.spec).filter(([field]) => !lost.has(field)));
    const spec = probeImage === undefined ? admitted : probePod(admitted, probeImage, template.ends);
    if (isDeepStrictEqual(spec, template.spec)) return few;
    return {
      object: template.with(spec),
      replacements: [...few.replacements, ...rowsOf(template.spec, spec, probeImage)],
    };
  });
}

function rowsOf(before: JsonRecord, after: JsonRecord, probeImage?: string): MappedObject['replacements'] {
  const lost = Object.keys(before).filter((field) => !(field in after));
  return [
    ...(probeImage === undefined
      ? []
      : imagesOf(before).map((real) => ({ what: 'image', real, standIn: probeImage, why }))),
    ...lost.map((field) => ({
      what: 'where pods may run',
      real: field,
      standIn: 'nothing',
      why: 'there are plain nodes, and no classes but those that the fleet makes',
    })),
  ];
}

function imagesOf(spec: JsonRecord): string[] {
  return ['initContainers', 'containers'].flatMap((field) =>
    asRecords(spec[field]).flatMap(({ image }) => (typeof image === 'string' ? [image] : [])),
  );
}
