// `plain-names.ts FOLDER`: links prepared programs into a folder under the names that everybody else knows them by.
import { preparedPrograms, reportError } from '@seatrial/cli';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

const [folder = ''] = process.argv.slice(2);
const programs = preparedPrograms();
const newest = programs.kubernetes.at(-1) ?? '';

try {
  await mkdir(folder, { recursive: true });
  for (const name of ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler']) {
    await link(name, programs.path(`${name}-${newest}` as never));
  }
  for (const name of ['etcd', 'argocd', 'kustomize', 'helm'] as const) await link(name, programs.path(name));
} catch (error) {
  process.exitCode = await reportError(error);
}

async function link(name: string, program: string): Promise<void> {
  const path = join(folder, name);
  await rm(path, { force: true });
  await symlink(program, path);
}
