import type { LabRequest } from '../../lab/lab.ts';
import { RequestError } from '../../run/outcome-errors.ts';
import type { ExistingCluster } from './existing-cluster.ts';

const argoCdGroup = 'argoproj.io';

/**
 * A rehearsal takes everything away again that it has brought, so it comes only where nothing of the same name is: no
 * namespace, no kind, no other object.
 * @throws RequestError with the first one that is there
 */
export async function refuseOccupied(
  { request, context, kubernetes }: ExistingCluster,
  { argoCds }: LabRequest,
): Promise<void> {
  const argoCd = argoCds.find(({ cluster }) => cluster === request.name);
  const namespaces = [...request.namespaces, ...(argoCd === undefined ? [] : [argoCd.namespace])];
  const groups = new Set([...request.groups, ...(argoCd === undefined ? [] : [argoCdGroup])]);
  for (const name of new Set(namespaces)) {
    const found = await kubernetes.get({ apiVersion: 'v1', kind: 'Namespace', name });
    if (found !== undefined) throw occupied(context, `a namespace ${name}`);
  }
  const definitions = await kubernetes.list({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
  });
  for (const { metadata } of definitions) {
    if (groups.has(metadata.name.slice(metadata.name.indexOf('.') + 1))) {
      throw occupied(context, `the kind ${metadata.name}`);
    }
  }
  for (const ref of request.shared) {
    if ((await kubernetes.get(ref)) !== undefined) throw occupied(context, `${ref.kind} ${ref.name}`);
  }
}

function occupied(context: string, what: string): RequestError {
  return new RequestError(
    `${context} already has ${what}: rehearse on clusters that carry nothing of the fleet yet.`,
  );
}
