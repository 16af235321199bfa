import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ModelError, type Finding, type InputRequests, type Inputs } from '@seatrial/compiler';
import { buildRoots } from '../kustomize/kustomize-builder.ts';
import type { FleetFolder } from '../workspace/workspace.ts';
import { kustomizationReads } from './kustomization-reads.ts';
import { missingFile } from './missing-file.ts';

/**
 * Builds the Kustomize folders of the author with real kustomize, all in one process.
 * @throws ModelError with each one that cannot be built; MissingFromCache when the builder is not prepared.
 */
export async function readForeignBases(
  requests: InputRequests['bases'],
  fleet: FleetFolder,
  root: string,
): Promise<Inputs['bases']> {
  // Most fleets have none, and then kustomize need not be prepared.
  if (requests.length === 0) return {};
  const places = new Map(requests.map((request) => [join(fleet.folder, request.path), request]));
  for (const [folder, { application, component }] of places) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) continue;
    throw missingFile(folder, root, `${fleet.shown}: applications.${application}.bases.${component}.path`);
  }
  const read: Record<string, Inputs['bases'][string]> = {};
  const findings: Finding[] = [];
  for await (const built of buildRoots(places.keys())) {
    const request = places.get(built.root);
    if (request === undefined) continue;
    const folder = relative(root, built.root);
    if ('error' in built) findings.push(unbuildable(request, folder, built.error.replaceAll(`${root}/`, '')));
    else read[request.path] = { folder, objects: built.objects, reads: kustomizationReads(built.root, root) };
  }
  if (findings.length > 0) throw new ModelError(findings);
  return read;
}

function unbuildable(
  { application, component }: InputRequests['bases'][number],
  folder: string,
  error: string,
): Finding {
  return {
    code: 'SEA6002',
    severity: 'error',
    sentence: `kustomize cannot build ${folder}: ${error.trim().replaceAll(/\s*\n\s*/g, '; ')}`,
    hint: 'Make `kustomize build` work on that folder without the network, helm or plugins.',
    place: { application, model: ['applications', application, 'bases', component, 'path'] },
  };
}
