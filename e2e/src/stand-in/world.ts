import type { KubernetesObject } from '@seatrial/compiler';

/** The addresses and limits of one rehearsal: all that the stand-in function knows beside the fleet. */
export interface World {
  readonly plane: 'control plane' | 'data plane';
  /** Original git repository URL → the one that the rehearsal serves. */
  readonly repositories: Readonly<Record<string, string>>;
  /** Original Helm repository URL → the one that the rehearsal serves. */
  readonly chartRepositories: Readonly<Record<string, string>>;
  /** Cluster → where its Gatekeeper takes admission reviews (`https://127.0.0.1:8443/v1/admit`; the path is free). */
  readonly webhooks: Readonly<Record<string, { readonly url: string; readonly caBundle: string }>>;
  /** Custom resource definitions that charts install, by `module@version/path`: `Subject.definitions`. */
  readonly definitions: ReadonlyMap<string, readonly KubernetesObject[]>;
  /** Image that every container gets on the data plane: answers 200 on every path of the port in `PORT`. */
  readonly probeImage?: string;
}
