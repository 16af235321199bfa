import type { ContainerEngine } from './container-engine.ts';

/** The last lines that the pods of a namespace wrote on a node, those that name `about` where it is given. */
export async function podLogs(
  engine: ContainerEngine,
  node: string,
  namespace: string,
  about?: string,
): Promise<string> {
  const files = `/var/log/pods/${namespace}_*/*/*.log`;
  const script = about === undefined ? `tail -q -n 20 ${files}` : `grep -h -F -e "$1" ${files} | tail -n 60`;
  return engine
    .run(['exec', node, 'sh', '-c', `${script} 2>/dev/null || true`, 'sh', about ?? ''])
    .catch((error: unknown) => `the logs of ${node} could not be read: ${String(error)}`);
}
