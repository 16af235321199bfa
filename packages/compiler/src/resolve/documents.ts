import type { LongApplication } from '../model/application.ts';
import type { FleetModel } from '../model/fleet.ts';
import type { Documents } from '../resolved/documents.ts';
import type { Placement } from '../resolved/placement.ts';
import { defaultRefreshInterval, storeReference } from './external-secret.ts';

/** A placement and the application as it is there. */
export interface PlacedApplication {
  readonly placement: Placement;
  readonly application: LongApplication;
}

function externalSecrets({ placement, application }: PlacedApplication): Documents['externalSecrets'] {
  return Object.entries(application.externalSecrets ?? {}).map(([name, secret]) => ({
    placement: placement.name,
    name: secret.secret ?? name,
    store: storeReference(secret.store).name,
    from: secret.from,
    refreshInterval: secret.refreshInterval ?? defaultRefreshInterval,
  }));
}

function hosts({ placement, application }: PlacedApplication): Documents['hosts'] {
  return Object.entries(application.workloads ?? {}).flatMap(([workload, { ingress, probes }]) =>
    ingress === undefined || ingress === false
      ? []
      : [ingress.host, ...(ingress.aliases ?? [])].map((host) => ({
          placement: placement.name,
          workload,
          host,
          smokePath: probes?.readiness?.path ?? ingress.paths?.[0] ?? '/',
          secure: ingress.tls !== undefined,
        })),
  );
}

export function resolveDocuments(model: FleetModel, placed: readonly PlacedApplication[]): Documents {
  return {
    externalSecrets: placed.flatMap(externalSecrets),
    hosts: placed.flatMap(hosts),
    promotions: Object.entries(model.promotions ?? {}).map(([name, steps]) => ({ name, ...steps })),
  };
}
