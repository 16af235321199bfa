import { posix } from 'node:path';
import type { Finding } from '@seatrial/compiler';
import { checkKustomizations, readDocuments, readSource } from '@seatrial/validator';

export type Files = Readonly<Record<string, string>>;

export interface Said {
  /** `CODE severity file:line:column sentence`. */
  readonly findings: readonly string[];
  /** Reasons. */
  readonly notChecked: readonly string[];
}

/** What is said of the kustomizations among these files; `applied` are the manifests that something else applies. */
export function saidOf(files: Files, applied: readonly string[] = []): Said {
  const paths = Object.keys(files).sort();
  const bytes = (path: string): Uint8Array => new TextEncoder().encode(files[path] ?? '');
  const { findings, notChecked } = checkKustomizations(
    {
      files: paths,
      hasFile: (path) => Object.hasOwn(files, path),
      hasFolder: (path) => paths.some((file) => file.startsWith(`${path}/`)),
      documents: (path) => readDocuments(path, bytes(path)),
      source: (path) => readSource(path, bytes(path)),
    },
    paths.filter((path) => posix.basename(path) === 'kustomization.yaml'),
    (path) => applied.includes(path),
  );
  return { findings: findings.map(shown), notChecked: notChecked.map(({ reason }) => reason) };
}

function shown({ code, severity, place: { source }, sentence }: Finding): string {
  return `${code} ${severity} ${source?.file}:${source?.line}:${source?.column} ${sentence}`;
}

/** A Deployment with one container. */
export function deployment(name: string, image = 'registry.example/shop/api:1.4.2'): string {
  return (
    `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: ${name}\n  labels: {app: ${name}}\n` +
    `spec:\n  template:\n    spec:\n      containers:\n        - {name: app, image: '${image}'}\n`
  );
}
