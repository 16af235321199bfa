import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newestInCache } from '../../support/cache.ts';
import type { ShippedCase } from './shipped-cases.ts';

/** Runs cases as one suite of `gator verify`. @returns what it says, and whether every case came out as it says itself */
export function gatorVerify(cases: readonly ShippedCase[]): {
  readonly passed: boolean;
  readonly said: string;
} {
  const folder = mkdtempSync(join(tmpdir(), 'gator-'));
  const files = new Map<string, string>();
  const write = (value: unknown): string => {
    const text = JSON.stringify(value);
    const name = files.get(text) ?? `${files.size}.yaml`;
    if (!files.has(text)) writeFileSync(join(folder, name), text);
    files.set(text, name);
    return name;
  };
  try {
    const suite = {
      apiVersion: 'test.gatekeeper.sh/v1alpha1',
      kind: 'Suite',
      tests: cases.map(({ title, template, constraint, inventory, violations, ...rest }) => ({
        name: title,
        template: write(template),
        constraint: write(constraint),
        cases: [
          {
            name: 'case',
            object: write(reviewed(rest)),
            inventory: inventory.map(write),
            assertions: [
              { violations: violations.length },
              ...violations.map((message) => ({ violations: 1, message: `^${quoted(message)}$` })),
            ],
          },
        ],
      })),
    };
    writeFileSync(join(folder, 'suite.yaml'), JSON.stringify(suite));
    const gator = newestInCache('engines/gator-*/gator');
    const { stdout, stderr, status, error } = spawnSync(gator, ['verify', join(folder, 'suite.yaml')], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { HOME: folder },
    });
    if (error !== undefined) throw error;
    return { passed: status === 0, said: stdout + stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** An update is an admission request to gator. */
function reviewed({ object, request }: Pick<ShippedCase, 'object' | 'request'>): unknown {
  if (request === undefined) return object;
  const { apiVersion, kind, metadata } = object as {
    apiVersion: string;
    kind: string;
    metadata: { name?: string; namespace?: string };
  };
  const [version = '', group = ''] = apiVersion.split('/').toReversed();
  return {
    apiVersion: 'admission.k8s.io/v1',
    kind: 'AdmissionReview',
    request: {
      uid: 'case',
      kind: { group, version, kind },
      ...metadata,
      labels: undefined,
      object,
      ...request,
    },
  };
}

/** Go's regexp.QuoteMeta. */
function quoted(text: string): string {
  return text.replace(/[\\.+*?()|[\]{}^$]/g, String.raw`\$&`);
}
