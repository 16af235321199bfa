import type { Say, Words } from '../../check/check.ts';
import type { ClusterView } from '../../rendered/cluster-view.ts';
import { findIn } from './find-in.ts';
import { called, inNamespace } from './identity.ts';
import { sayMissing, type Wanted } from './say-missing.ts';
import { wayOut } from './way-out.ts';

/** A reference by name to an object of one kind. */
export interface NamedReference extends Wanted, Pick<Words, 'severity'> {
  readonly group: string;
  /** What the object does with it, in a sentence: `runs as`. */
  readonly verb: string;
  /** The way out where no name is near. */
  readonly hint: string;
}

/** Says that the object of that name is nowhere, unless it is there. */
export function checkThere(cluster: ClusterView, say: Say, wanted: NamedReference): void {
  const { by, group, kind, namespace, name, verb, hint, severity } = wanted;
  if (findIn(cluster, group, kind, namespace, name) !== undefined) return;
  sayMissing(cluster, say, wanted, {
    ...(severity === undefined ? {} : { severity }),
    sentence: `${called(by)} ${verb} ${kind} ${name}, and there is none${inNamespace(namespace)}.`,
    hint: wayOut(cluster, wanted, hint),
  });
}
