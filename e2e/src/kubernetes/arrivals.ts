import { setTimeout as sleep } from 'node:timers/promises';
import type { KubernetesObject } from '@seatrial/compiler';
import { conditionHolds } from './condition-holds.ts';
import type { KindRef, Watched } from './kubernetes.ts';

/** Tells when a kind that is not defined may have come to be. */
export interface Arrivals {
  /** Resolves when it is worth asking again; never rejects but for `signal`. */
  of(kind: KindRef, signal: AbortSignal): Promise<void>;
}

const definitionKind: KindRef = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
};

/** Watches the definitions from the first question on: one watch, however many kinds are awaited. */
export function newArrivals(watch: (kind: KindRef) => Watched): Arrivals {
  let definitions: Watched | undefined;
  return {
    async of(kind, signal) {
      if (kind.kind === definitionKind.kind) return await sleep(1000, undefined, { signal });
      definitions ??= watch(definitionKind);
      const arrived = (): boolean => definitions?.all().some((object) => defines(object, kind)) === true;
      // The server says Established a moment before it serves the kind.
      if (arrived()) return await sleep(50, undefined, { signal });
      await changeOrSleep(definitions, arrived, signal);
    },
  };
}

/** Kinds that no definition announces (an aggregated API server's) are asked for every 5 s. */
async function changeOrSleep(
  definitions: Watched,
  arrived: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  const nap = new AbortController();
  const stop = definitions.onChange(() => arrived() && nap.abort());
  try {
    await sleep(5000, undefined, { signal: AbortSignal.any([nap.signal, signal]) });
  } catch (error) {
    if (signal.aborted) throw error;
  } finally {
    stop();
  }
}

interface Definition {
  readonly spec?: {
    readonly group?: string;
    readonly names?: { readonly kind?: string };
    readonly versions?: readonly { readonly name: string; readonly served: boolean }[];
  };
}

function defines(object: KubernetesObject, { apiVersion, kind }: KindRef): boolean {
  const { spec } = object as KubernetesObject & Definition;
  const [group, version] = apiVersion.split('/');
  return (
    spec?.group === group &&
    spec?.names?.kind === kind &&
    spec.versions?.some(({ name, served }) => name === version && served) === true &&
    conditionHolds(object, 'Established')
  );
}
