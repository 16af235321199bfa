import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabCluster } from '../lab/lab.ts';
import { programDefinitions } from '../lab/program-definitions.ts';
import { newAuthority } from '../pki/authority.ts';
import { answers } from '../run/await-process.ts';
import { freePorts } from '../run/ports.ts';
import type { Run } from '../run/run.ts';
import { openOperator, type OperatorGround } from './open-operator.ts';

/** Where Gatekeeper's chart is installed: it writes its status there, and takes nothing from there. */
const namespace = 'gatekeeper-system';

/**
 * The Pod that owns what Gatekeeper writes of its status: no scheduler takes it. With Gatekeeper's own made-up one
 * (`--debug-use-fake-pod`) the garbage collector deletes each status for want of an owner, and Gatekeeper writes it
 * again: seventy requests a second to each API server, for ever.
 */
const ownPod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'gatekeeper-of-the-rehearsal', namespace },
  spec: {
    schedulerName: 'nobody',
    securityContext: { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
    containers: [
      {
        name: 'gatekeeper',
        image: 'gatekeeper:beside-the-cluster',
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      },
    ],
  },
} as const;

/** Runs Gatekeeper's own program beside a cluster, once the fleet has brought its definitions. */
export async function openGatekeeper(
  run: Run,
  ground: OperatorGround,
): Promise<NonNullable<LabCluster['gatekeeper']>> {
  const { kubernetes, kubeconfig, address } = ground;
  const { name } = kubernetes;
  const ports = await freePorts('webhook', 'health', 'metrics');
  const folder = join(run.folder, 'operators', name, 'gatekeeper');
  const { certificate } = await writeServing(folder, name, address);
  const operator = openOperator(run, ground, {
    title: 'Gatekeeper',
    definitions: programDefinitions.gatekeeper,
    namespace,
    before: ownPod,
    process: {
      name: `${name}/gatekeeper`,
      file: run.programs.path('gatekeeper'),
      args: [
        `--host=${address}`,
        `--port=${ports.webhook}`,
        `--cert-dir=${folder}`,
        '--disable-cert-rotation',
        `--health-addr=127.0.0.1:${ports.health}`,
        '--metrics-addr=0',
        `--prometheus-port=${ports.metrics}`,
        // Else it holds its ports for 10 s after its end.
        '--shutdown-delay=0',
        `--exempt-namespace=${namespace}`,
        '--operation=webhook',
        '--operation=audit',
        '--operation=status',
        // Without it no constraint's definition is ever made.
        '--operation=generate',
        '--log-denies',
      ],
      environment: { POD_NAMESPACE: namespace, POD_NAME: ownPod.metadata.name, KUBECONFIG: kubeconfig },
    },
    isUp: () => answers(`http://127.0.0.1:${ports.health}/readyz`),
  });
  return {
    ...operator,
    webhook: {
      url: `https://${address}:${ports.webhook}/v1/admit`,
      caBundle: Buffer.from(certificate).toString('base64'),
    },
  };
}

/** The certificate that the webhook serves with, as files that Gatekeeper reads. */
async function writeServing(
  folder: string,
  cluster: string,
  address: string,
): Promise<{ readonly certificate: string }> {
  const authority = await newAuthority(`gatekeeper of ${cluster}`);
  const { certificate, key } = await authority.server({
    name: 'gatekeeper',
    addresses: [address],
    names: [],
  });
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeFile(join(folder, 'ca.crt'), authority.certificate),
    writeFile(join(folder, 'tls.crt'), certificate),
    writeFile(join(folder, 'tls.key'), key, { mode: 0o600 }),
  ]);
  return { certificate: authority.certificate };
}
