import type { Provider } from '../lab/lab.ts';
import type { RehearsalRequest } from '../rehearsal-request.ts';

/** The provider that a request names; only that one is loaded. */
export async function providerOf({
  provider,
  contexts = '',
  confirm,
}: Pick<RehearsalRequest, 'provider' | 'contexts' | 'confirm'>): Promise<Provider> {
  switch (provider) {
    case 'local':
      return (await import('./local/local-provider.ts')).localProvider;
    case 'kind':
      return (await import('./kind/kind-provider.ts')).kindProvider;
    case 'existing':
      return (await import('./existing/existing-provider.ts')).existingProvider(contexts, confirm);
  }
}
