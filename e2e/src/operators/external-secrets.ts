import type { Operator } from '../lab/lab.ts';
import { programDefinitions } from '../lab/program-definitions.ts';
import { isListening } from '../run/await-process.ts';
import { freePort } from '../run/ports.ts';
import type { Run } from '../run/run.ts';
import { openOperator, type OperatorGround } from './open-operator.ts';

/**
 * Runs External Secrets' own controller beside a cluster, once the fleet has brought its definitions. Its webhook and
 * its certificate controller only check and convert what is written; they do not run.
 */
export async function openExternalSecrets(run: Run, ground: OperatorGround): Promise<Operator> {
  const { kubernetes, kubeconfig } = ground;
  const port = await freePort();
  return openOperator(run, ground, {
    title: 'External Secrets',
    definitions: programDefinitions.externalSecrets,
    process: {
      name: `${kubernetes.name}/external-secrets`,
      file: run.programs.path('external-secrets'),
      // One at a time: its fake provider keeps all data in one map without a lock, and Go ends a process for that.
      args: [`--metrics-addr=127.0.0.1:${port}`, '--enable-leader-election=false', '--concurrent=1'],
      environment: { KUBECONFIG: kubeconfig },
    },
    isUp: () => isListening(port),
  });
}
