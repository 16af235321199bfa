import type { Say } from '../../check/check.ts';
import { severityOfMissing } from '../../check/missing.ts';
import { fieldAt, textAt } from '../../json/fields.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import type { LocatedObject } from '../../rendered/located-object.ts';
import { placeOf } from '../../rendered/place-of.ts';
import { findIn } from './find-in.ts';
import { called, inNamespace } from './identity.ts';
import { declaredPorts, portNames, portTexts, type DeclaredPort } from './ports.ts';
import { sayMissing } from './say-missing.ts';
import { listed, suggestion } from './suggestion.ts';
import { wayOut } from './way-out.ts';

/** A reference to a port of a Service. */
export interface Backend {
  readonly by: LocatedObject;
  readonly namespace: string | undefined;
  readonly service: string;
  /** JSON pointer to the name of the Service. */
  readonly field: string;
  /** Absent: any port will do. */
  readonly port?: { readonly value: string | number; readonly field: string };
}

/** Says that a Service, or its port, is nowhere. */
export function checkBackend(cluster: ClusterView, say: Say, backend: Backend): void {
  const { by, namespace, service, field, port } = backend;
  const found = findIn(cluster, '', 'Service', namespace, service);
  if (found === undefined) {
    if (service === 'kubernetes' && namespace === 'default') return;
    sayMissing(
      cluster,
      say,
      { by, field, kind: 'Service', namespace, name: service },
      {
        sentence: `${called(by)} sends requests to Service ${service}, and there is none${inNamespace(namespace)}.`,
        hint: wayOut(
          cluster,
          { group: '', kind: 'Service', namespace, name: service },
          'Name a Service of the namespace, or add this one.',
        ),
      },
    );
    return;
  }
  const ports = declaredPorts(fieldAt(found.object, 'spec'), 'port');
  // A Service that is a name outside needs no ports.
  if (port === undefined || textAt(found.object, 'spec', 'type') === 'ExternalName') return;
  if (ports.some((one) => one.name === port.value || one.number === port.value)) return;
  say.wrong(placeOf(by, port.field), {
    severity: severityOfMissing(cluster),
    sentence: `${called(by)} sends requests to port ${port.value} of Service ${service}, which has ${portsText(ports)}.`,
    hint: suggestion(
      String(port.value),
      portNames(ports),
      'Name a port of the Service, not one of its pods.',
    ),
  });
}

function portsText(ports: readonly DeclaredPort[]): string {
  return ports.length === 0 ? 'no ports' : `only ${listed(portTexts(ports))}`;
}
