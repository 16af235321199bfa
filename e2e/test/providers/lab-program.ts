/** Opens a lab of one cluster with Argo CD, to be killed while it does, or after. */
import { localProvider } from '../../src/providers/local/local-provider.ts';
import { bareCluster } from '../support/bare-cluster.ts';
import { preparedPrograms } from '../support/prepared-programs.ts';
import { openTestRun } from '../support/test-run.ts';

const run = await openTestRun({ programs: await preparedPrograms() });
await localProvider.open(
  {
    fleet: 'one',
    clusters: [bareCluster('hub')],
    argoCds: [{ cluster: 'hub', namespace: 'argocd', manages: [] }],
    images: [],
  },
  run,
);
setInterval(() => {}, 1000);
