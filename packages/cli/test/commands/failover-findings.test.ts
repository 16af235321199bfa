import { beforeAll, describe, expect, it } from 'vitest';
import { preparedOnce, temporaryWorkspace } from '../temporary-workspace.ts';

beforeAll(() => preparedOnce(), 600_000);

const file = 'environments/shop/fleet.ts';

/** A pair whose standby reads the Secret `keys` only once it is active; `keys` says where the Secret is made. */
const fleet = (keys: string, more = '') => `import { defineFleet } from '@seatrial/compiler';

export default defineFleet({
  name: 'shop',
  repository: 'https://git.example/shop/fleet.git',
  engine: 'argo-cd',
  clusters: {
    paris: { kubernetes: '1.29', role: 'active', environments: ['prod'] },
    dublin: {
      kubernetes: '1.29',
      role: 'standby',
      environments: ['prod'],
      capacity: { cpu: 4, memory: '8Gi' },
    },
  },
  applications: {
    api: {
      workloads: {
        api: {
          image: 'registry.example/shop/api:1.4.2',
          replicas: 6,
          resources: { requests: { cpu: 1 } },
        },
      },
      perRole: {
        active: { workloads: { api: { environment: { KEY: { secret: 'keys', key: 'key' } } } } },
        standby: { workloads: { api: { replicas: 1 } } },
      },
    },
    keys: { ${keys}, namespace: 'api', bases: { keys: { path: 'keys' } } },
  },
  failover: { paris: 'dublin' },
  ${more}
});
`;
const base = {
  'environments/shop/keys/kustomization.yaml': 'resources: [keys.yaml]\n',
  'environments/shop/keys/keys.yaml':
    'apiVersion: v1\nkind: Secret\nmetadata: { name: keys }\nstringData: { key: "<path:shop#key>" }\n',
};

describe('what the standby is once it has taken over', () => {
  it('is resolved from the model with the roles exchanged', async () => {
    const workspace = temporaryWorkspace({ ...base, [file]: fleet("on: { clusters: ['paris'] }") });
    const { code, stdout } = await workspace.seatrial('validate');
    expect(stdout).toContain(
      'SEA3401 Once dublin has taken over for paris: Deployment api reads Secret keys, and nothing in namespace api makes it.',
    );
    expect(stdout).toContain(
      'SEA3706 Once dublin has taken over for paris: dublin has no room for its pods: they ask for 6 cores (it has 4 cores).\n    environments/shop/fleet.ts:13:7 · dublin',
    );
    expect(stdout).toContain('SEA3704 keys in prod is lost with paris');
    expect(code).toBe(1);
  });

  it('may have what the standby lacks today, and what is accepted fails no run', async () => {
    const suppress =
      "suppress: [{ code: 'SEA3706', reason: 'nodes come with the failover', cluster: 'dublin' }, { code: 'SEA3706', reason: 'mended', cluster: 'paris' }],";
    const workspace = temporaryWorkspace({ ...base, [file]: fleet("on: { roles: ['active'] }", suppress) });
    const { code, stdout } = await workspace.seatrial('validate');
    expect(stdout).not.toContain('SEA3401');
    expect(stdout).toContain('suppressed SEA3706');
    expect(stdout).toContain('nodes come with the failover');
    expect(stdout).toContain('warning SEA3901 suppress.1: no finding SEA3706 on paris is there to suppress.');
    expect(code).toBe(0);
  });
});
