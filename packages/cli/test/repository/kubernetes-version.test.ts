import { knownKubernetesVersions } from '@seatrial/compiler';
import { describe, expect, it } from 'vitest';
import { chooseKubernetesVersion } from '../../src/repository/schemas/kubernetes-version.ts';
import { UserError } from '../../src/workspace/user-error.ts';

const eks = (version: unknown): object => ({
  apiVersion: 'eksctl.io/v1alpha5',
  kind: 'ClusterConfig',
  metadata: { name: 'paris', version },
});
const capi = (version: string): object => ({
  apiVersion: 'cluster.x-k8s.io/v1beta1',
  kind: 'Cluster',
  spec: { topology: { version } },
});
const newest = knownKubernetesVersions.at(-1) ?? '';

describe('the Kubernetes version of a repository', () => {
  it.each(['1.29', 'v1.29'])('is the one that is asked for: %s', (asked) => {
    const { version, reason } = chooseKubernetesVersion(asked, [eks('1.30')]);
    expect(version).toMatch(/^1\.29\.\d+$/);
    expect(reason).toBe('');
  });

  it.each([[eks('1.30')], [eks(1.31)], [capi('v1.30.4')]])(
    'is the one that its cluster has: %j',
    (object) => {
      const { version, reason } = chooseKubernetesVersion(undefined, [null, 7, object]);
      expect(version).toMatch(/^1\.3[01]\.\d+$/);
      expect(reason).toContain('as the cluster is defined here');
    },
  );

  it('is the newest where several clusters differ, or none says anything', () => {
    for (const objects of [[], [eks('1.29'), capi('v1.30.4')], [eks(['1.29'])], [eks('soon')]]) {
      const { version, reason } = chooseKubernetesVersion(undefined, objects);
      expect(version.startsWith(`${newest}.`)).toBe(true);
      expect(reason).toContain('the newest that is known');
    }
  });

  it('is refused where nobody knows it', () => {
    expect(() => chooseKubernetesVersion('1.2', [])).toThrow(UserError);
  });
});
