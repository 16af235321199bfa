import { expect, test } from 'vitest';
import { fleet, told } from './support/wrong-model.ts';

const cases: [string, unknown, string][] = [
  [
    'a capacity without memory',
    fleet({ api: {} }, { clusters: { paris: { kubernetes: '1.34', capacity: { cpu: 4 } } } }),
    'SEA1001 clusters.paris.capacity.memory: memory is missing',
  ],
  [
    'a capacity that is no quantity',
    fleet(
      { api: {} },
      { clusters: { paris: { kubernetes: '1.34', capacity: { cpu: '4 cores', memory: '8Gi' } } } },
    ),
    'SEA1001 clusters.paris.capacity.cpu: "4 cores" is not a quantity such as 250m or 1.5Gi',
  ],
  [
    'a misspelt part of a capacity',
    fleet(
      { api: {} },
      { clusters: { paris: { kubernetes: '1.34', capacity: { cpu: 4, memory: '8Gi', node: 3 } } } },
    ),
    'SEA1001 clusters.paris.capacity.node: "node" is not known here | did you mean "nodes"?',
  ],
  [
    'a storage class that cannot be one',
    fleet({ api: {} }, { clusters: { paris: { kubernetes: '1.34', storageClasses: ['GP3'] } } }),
    'SEA1001 clusters.paris.storageClasses.0: "GP3" is not the name of a storage class',
  ],
  [
    'a suppression without a reason',
    fleet({ api: {} }, { suppress: [{ code: 'SEA3701' }] }),
    'SEA1001 suppress.0.reason: reason is missing',
  ],
  [
    'a suppression with an empty reason',
    fleet({ api: {} }, { suppress: [{ code: 'SEA3701', reason: ' ' }] }),
    'SEA1001 suppress.0.reason: " " is no reason: say why the finding is accepted',
  ],
  [
    'a suppression of something that is no code',
    fleet({ api: {} }, { suppress: [{ code: 'sea3701', reason: 'known' }] }),
    'SEA1001 suppress.0.code: "sea3701" is not the code of a finding, such as SEA3001',
  ],
  [
    'a suppression of an object without its kind',
    fleet({ api: {} }, { suppress: [{ code: 'SEA3701', reason: 'known', object: 'api' }] }),
    'SEA1001 suppress.0.object: "api" is not an object, written Kind/name or Kind/namespace/name',
  ],
  [
    'a suppression on an unknown cluster',
    fleet({ api: {} }, { suppress: [{ code: 'SEA3701', reason: 'known', cluster: 'pari' }] }),
    'SEA1003 suppress.0.cluster.pari: "pari" is not a cluster | did you mean "paris"?',
  ],
  [
    'a suppression in an unknown environment, of an unknown application',
    fleet(
      { api: {} },
      { suppress: [{ code: 'SEA3701', reason: 'known', environment: 'prd', application: 'apii' }] },
    ),
    'SEA1003 suppress.0.environment.prd: "prd" is not an environment of any cluster | did you mean "prod"?\nSEA1003 suppress.0.application.apii: "apii" is not an application | did you mean "api"?',
  ],
];

test.each(cases)('%s', (_name, model, expected) => {
  expect(told(model).join('\n')).toContain(expected);
});
