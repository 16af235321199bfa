import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { cacheFolder } from '../../src/cache/cache-folder.ts';
import { fleetText, preparedOnce, temporaryWorkspace } from '../temporary-workspace.ts';
import { watchedProcess } from './watched-process.ts';

beforeAll(() => preparedOnce(), 600_000);

/** Fields of a fleet that a person edits in the course of the test. */
interface Edit {
  readonly clusters?: string;
  readonly applications?: string;
  readonly label?: string;
  readonly replicas?: number;
}

const second = `second: { objects: { pod: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { containers: [{ name: 'c', image: 'registry.example/c:latest', port: 1 }] } } } },`;

function fleet({ clusters = '', applications = '', label = 'owner', replicas = 2 }: Edit): string {
  const text = fleetText('shop', { web: `replicas: ${replicas}` })
    .replace('clusters: {', `clusters: {\n    ${clusters}`)
    .replace(
      'applications: {',
      `applications: {\n    ${applications}
    gatekeeper: {
      namespace: 'gatekeeper-system',
      charts: { gatekeeper },
      objects: {
        ...requiredLabels.objects({ owned: { match: { kinds: [{ apiGroups: ['apps'], kinds: ['Deployment'] }] }, parameters: { labels: [{ key: '${label}' }] } } }),
        ...denyLatestTag.objects({ latest: { match: { kinds: workloadKinds } } }),
      },
    },`,
    );
  return `import { defineChart } from '@seatrial/compiler';
import { denyLatestTag, requiredLabels, workloadKinds } from '@seatrial/policies';

const gatekeeper = defineChart({
  repository: 'https://open-policy-agent.github.io/gatekeeper/charts',
  version: '3.23.1',
  definitions: {
    groups: ['templates.gatekeeper.sh', 'constraints.gatekeeper.sh'],
    clusterScopedKinds: ['ConstraintTemplate'],
  },
});
${text}`;
}

const added = "rome: { kubernetes: '1.29', environments: ['prod'] },";

const edits: readonly Edit[] = [
  {},
  { applications: second },
  { applications: second, replicas: 3 },
  { applications: second },
  { applications: second, clusters: added },
  { applications: second, clusters: added, label: 'app.kubernetes.io/name' },
  { clusters: added, label: 'app.kubernetes.io/name' },
  {},
];

it(
  'a watch, a run with kept results and one without say the same after every edit',
  { timeout: 600_000 },
  async () => {
    const model = 'environments/shop/fleet.ts';
    const workspace = temporaryWorkspace({ [model]: fleet({}) });
    const [warm, empty] = [ownCache(), ownCache()];
    const watched = watchedProcess(workspace, ['validate', '--watch', '-o', 'json'], warm);
    let last = await watched.heard(/^}\n.*Ctrl-C ends it\./ms);
    const seen = new Set<string>();
    for (const [index, edit] of edits.entries()) {
      if (index > 0) {
        workspace.put(model, fleet(edit));
        last = await watched.heard(/^}\n/m);
      }
      const [again, afresh] = await Promise.all(
        [warm, empty].map((cache) => workspace.withEnvironment(cache).seatrial('validate', '-o', 'json')),
      );
      rmSync(join(empty.SEATRIAL_CACHE, 'results'), { recursive: true, force: true });
      expect(again?.stderr).toBe('');
      expect(JSON.parse(last)).toEqual(JSON.parse(afresh?.stdout ?? ''));
      expect(again?.stdout).toBe(afresh?.stdout);
      seen.add(last);
    }
    // Edits that change nothing would prove nothing: the first and the last say the same, and so do those that go back.
    expect(seen.size).toBeGreaterThanOrEqual(5);
    expect([...seen][0]).toContain('SEA3301');
    expect([...seen][1]).toContain('SEA3001');
    expect(await watched.interrupt()).toBe(130);
  },
);

/** A cache with everything that is prepared, and without results. */
function ownCache(): { readonly SEATRIAL_CACHE: string } {
  const folder = mkdtempSync(join(tmpdir(), 'seatrial-cache-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of readdirSync(cacheFolder()))
    if (name !== 'results') symlinkSync(join(cacheFolder(), name), join(folder, name));
  return { SEATRIAL_CACHE: folder };
}
