import type { ResolvedFleet } from '../../../../src/resolved/fleet.ts';
import {
  application,
  but,
  container,
  deployment,
  fleet,
  inNamespace,
  object,
  of,
  placement,
  service,
} from '../support/builders.ts';

const sidecar = { ...container, name: 'sidecar' };
const proxy = { name: 'proxy', image: 'registry.example/proxy:2.0.0' };

/** An `images:` entry changes every image of its name: where that is too much, a patch changes the one. */
export const imagesThatDiffer: ResolvedFleet = fleet(
  [application(of('api', deployment({ pod: { containers: [container, sidecar, proxy] } })))],
  [
    placement(
      'paris',
      of(
        'api',
        deployment({
          pod: {
            containers: [
              { ...container, image: 'registry.example/luneo/api:1.24.0' },
              { ...sidecar, image: 'registry.example/luneo/api:1.23.0' },
              { ...proxy, image: `mirror.example/proxy@sha256:${'0a'.repeat(32)}` },
            ],
          },
        }),
      ),
    ),
  ],
);

/** kustomize holds a label that it writes to an object and its template once: a change of one place is a JSON patch. */
export const labelOfOnePlace: ResolvedFleet = fleet(
  [application(of('api', deployment(), service))],
  [
    placement(
      'paris',
      of(
        'api',
        but(deployment(), { metadata: { labels: { 'app.kubernetes.io/part-of': 'luneo-next' } } }),
        service,
      ),
    ),
  ],
);

const account = object('v1', 'ServiceAccount', 'api');
const binding = (namespace: string) =>
  object('rbac.authorization.k8s.io/v1', 'RoleBinding', 'api', {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'api' },
    subjects: [
      { kind: 'ServiceAccount', name: 'api', namespace },
      { kind: 'User', name: 'api', apiGroup: 'rbac.authorization.k8s.io' },
    ],
  });

/** Moved, the account would have kustomize give the user of its name a namespace: the placement stands alone. */
export const userNamedLikeAnAccount: ResolvedFleet = fleet(
  [application(of('api', account, binding('luneo')))],
  [
    placement('lab', inNamespace('luneo-test', of('api', account, binding('luneo-test'))), {
      namespace: 'luneo-test',
    }),
  ],
);

const script = '#!/bin/sh\nset -e\n\nexec "$@"\n';
const texts = {
  no: 'no',
  octal: '0644',
  float: '1e10',
  date: '2024-01-01',
  empty: '',
  time: '12:30',
  tab: 'a\tb',
  windows: 'first\r\nsecond\r\n',
  trailing: 'first \nsecond\n',
  indented: '  first\nsecond\n',
  variable: '$(HOST):$$5',
  regexp: String.raw`^\d+\.\d+$`,
  quotes: `'single' and "double"`,
  unicode: 'né à Paris 🚢',
  '5': 'five',
  true: 'yes',
};

/** Texts that a YAML reader takes for something else, empty maps and lists, and a version that changes. */
export const textsAndShapes: ResolvedFleet = fleet(
  [
    application(
      of(
        'api',
        object('v1', 'ConfigMap', 'texts', { data: { ...texts, script }, binaryData: {} }),
        object('stable.example/v1', 'Widget', 'w', { spec: { list: [1], map: { a: 1 } } }),
      ),
    ),
  ],
  [
    placement(
      'paris',
      of(
        'api',
        object('v1', 'ConfigMap', 'texts', { data: { ...texts, no: 'off', octal: '0755' }, binaryData: {} }),
        object('stable.example/v2', 'Widget', 'w', { spec: { list: [], map: {}, number: '1' } }),
      ),
    ),
  ],
);

const widget = (spec: Record<string, unknown>) => object('stable.example/v1', 'Widget', 'w', { spec });

/** A key called `$patch` is data, a null is a value: a strategic merge would take them for orders. */
export const ordersThatAreData: ResolvedFleet = fleet(
  [application(of('api', widget({ merge: { $patch: 'delete', a: 1 }, none: null, size: 1 })))],
  [
    placement(
      'paris',
      of('api', widget({ merge: { $patch: 'delete', a: 2 }, none: 'no', size: 1, more: { none: null } })),
    ),
  ],
);
