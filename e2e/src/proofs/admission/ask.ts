import type { KubernetesObject } from '@seatrial/compiler';
import { ApiError, type Kubernetes } from '../../kubernetes/kubernetes.ts';

/** What an API server says to an object that it is asked to make, without making it. */
export type Answer =
  | { readonly taken: true }
  | { readonly taken: false; readonly message: string; readonly by: 'policy' | 'no webhook' | 'others' };

/** Everything that may refuse an object is asked, and nothing is made. */
export async function ask(kubernetes: Kubernetes, object: KubernetesObject): Promise<Answer> {
  try {
    await kubernetes.create(object, { dryRun: true });
    return { taken: true };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // Admission comes before the look at what is there.
    if (error.reason === 'AlreadyExists') return { taken: true };
    return { taken: false, message: error.message, by: refusedBy(error.message) };
  }
}

/**
 * A webhook that nobody answers for refuses, too, where it has to fail closed: that says nothing about a policy.
 * Source: the messages of k8s.io/apiserver, pkg/admission/plugin/webhook (`failed calling webhook`, `denied the request`).
 */
function refusedBy(message: string): 'policy' | 'no webhook' | 'others' {
  if (message.includes('failed calling webhook')) return 'no webhook';
  return /admission webhook ".*gatekeeper.*" denied the request/u.test(message) ? 'policy' : 'others';
}
