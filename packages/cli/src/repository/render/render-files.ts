import type { Finding, KubernetesObject } from '@seatrial/compiler';
import type { Repository } from '../files/repository.ts';
import { isError } from '../findings/finding-at.ts';
import type { FilesContent } from './content.ts';
import type { Rendered, RenderedObject } from './rendered.ts';

/** The objects of files that are applied as they are. */
export function renderFiles({ files }: FilesContent, repository: Repository): Rendered {
  const objects: RenderedObject[] = [];
  const findings: Finding[] = [];
  for (const file of files) {
    const read = repository.source(file);
    findings.push(...read.findings);
    for (const { object, locate } of read.objects)
      objects.push({ object: object as KubernetesObject, file, locate });
  }
  const broken = findings.find(isError)?.place.source?.file;
  return {
    objects,
    findings,
    ...(broken === undefined
      ? {}
      : { notRendered: { kind: 'broken', what: broken, reason: 'it is not readable' } }),
  };
}
