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
    findings.push(...read.findings.filter((finding) => !isAboutKustomize(finding)));
    for (const { object, locate } of read.objects)
      objects.push({ object: object as KubernetesObject, file, locate });
  }
  const broken = findings.find(losesObjects)?.place.source?.file;
  return {
    objects,
    findings,
    ...(broken === undefined
      ? {}
      : { notRendered: { kind: 'broken', what: broken, reason: 'not readable' } }),
  };
}

/** What is wrong with a value leaves the object readable: keys twice, keys and values in doubt, tags, escapes. */
const aboutValues = new Set([
  'SEA3208',
  'SEA3211',
  'SEA3212',
  'SEA3213',
  'SEA3214',
  'SEA3216',
  'SEA3220',
  'SEA3221',
]);

function losesObjects(finding: Finding): boolean {
  return isError(finding) && !aboutValues.has(finding.code);
}

/** What kustomize makes of a text is of no matter where kustomize does not read the file. */
function isAboutKustomize({ code, severity }: Finding): boolean {
  return code === 'SEA3221' && severity !== 'error';
}
