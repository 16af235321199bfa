/** Opens a lab of two kind clusters with Argo CD, to be killed while it does, or after. */
import { kindProvider } from '../../src/providers/kind/kind-provider.ts';
import { bareCluster } from '../support/bare-cluster.ts';
import { preparedPrograms } from '../support/prepared-programs.ts';
import { openTestRun } from '../support/test-run.ts';

const run = await openTestRun({ programs: await preparedPrograms() });
await kindProvider.open(
  {
    fleet: 'two',
    clusters: [bareCluster('hub'), bareCluster('paris')],
    argoCds: [{ cluster: 'hub', namespace: 'argocd', manages: [{ name: 'paris', labels: {} }] }],
    images: [],
  },
  run,
);
setInterval(() => {}, 1000);
