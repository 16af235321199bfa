import type { Kubernetes } from '../kubernetes/kubernetes.ts';
import { ApiError } from '../kubernetes/kubernetes.ts';

/** Read by the application controller, which takes it away again when it has looked. */
export const refreshAnnotation = 'argocd.argoproj.io/refresh';

/**
 * Asks Argo CD to look at git again, for all of these Applications at once. `hard` also forgets rendered manifests.
 * One that is gone by then is left out.
 */
export async function refresh(
  kubernetes: Kubernetes,
  namespace: string,
  applications: readonly string[],
  { hard = false }: { readonly hard?: boolean } = {},
): Promise<void> {
  const patch = { metadata: { annotations: { [refreshAnnotation]: hard ? 'hard' : 'normal' } } };
  await Promise.all(
    applications.map(async (name) => {
      try {
        await kubernetes.patch(
          { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', namespace, name },
          patch,
        );
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 404)) throw error;
      }
    }),
  );
}
