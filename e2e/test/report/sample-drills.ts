import type { Drill } from '../../src/report/rehearsal.ts';

/** A failover and its failback, and one that had to be refused. */
export function sampleDrills(): readonly Drill[] {
  const began = 186_200;
  const at = (seconds: number): number => began + seconds * 1000;
  return [
    {
      name: 'eu-west-1 is lost, us-east-1 takes over, eu-west-1 returns, and takes back',
      claim: 'failover/fleet',
      began,
      ended: at(46.7),
      from: 'eu-west-1',
      to: 'us-east-1',
      steps: steps.map(([seconds, number, title, seen, cluster]) => ({
        at: at(seconds),
        number,
        title,
        seen,
        ...(cluster === undefined ? {} : { cluster }),
      })),
      lanes: [
        {
          cluster: 'eu-west-1',
          stretches: [
            { from: at(0), to: at(2.1), state: 'serving' },
            { from: at(2.1), to: at(22), state: 'unreachable' },
            { from: at(22), to: at(35.5), state: 'fenced' },
            { from: at(35.5), to: at(40.6), state: 'idle' },
            { from: at(40.6), to: at(46.7), state: 'serving' },
          ],
        },
        {
          cluster: 'us-east-1',
          stretches: [
            { from: at(0), to: at(13.2), state: 'idle' },
            { from: at(13.2), to: at(40.3), state: 'serving' },
            { from: at(40.3), to: at(46.7), state: 'idle' },
          ],
        },
      ],
      doubleActive: [],
      measures: [
        { name: 'detected after', value: 3010, unit: 'ms' },
        { name: 'fenced after', value: 4400, unit: 'ms' },
        { name: 'serving again after', value: 11_100, unit: 'ms' },
        { name: 'old active clean after', value: 21_700, unit: 'ms' },
        { name: 'double-active', value: 0, unit: 'ms' },
        { name: 'lost writes', value: 0, unit: 'writes' },
        { name: 'failback took', value: 5200, unit: 'ms' },
      ],
    },
    {
      name: 'A standby whose secrets are missing is refused',
      claim: 'failover/broken-standby',
      began: 236_000,
      ended: 244_600,
      from: 'eu-west-1',
      to: 'us-east-1',
      steps: [
        { at: 236_100, number: 1, title: 'Steady', seen: 'Both clusters at 7f1c2d0.' },
        {
          at: 238_000,
          number: 2,
          title: 'Break',
          seen: 'Secret luneo/backend deleted, its store refuses.',
          cluster: 'us-east-1',
        },
        {
          at: 241_300,
          number: 4,
          title: 'Refuse',
          seen: 'No failover: Secret luneo/backend is missing on us-east-1.',
        },
      ],
      lanes: [
        { cluster: 'eu-west-1', stretches: [{ from: 236_000, to: 244_600, state: 'serving' }] },
        { cluster: 'us-east-1', stretches: [{ from: 236_000, to: 244_600, state: 'idle' }] },
      ],
      doubleActive: [],
      measures: [{ name: 'refused after', value: 3300, unit: 'ms' }],
    },
    {
      name: 'A partition with a living primary',
      claim: 'failover/partition',
      began: 246_000,
      ended: 253_500,
      from: 'eu-west-1',
      to: 'us-east-1',
      steps: [
        {
          at: 247_100,
          number: 2,
          title: 'Cut off',
          seen: 'Nobody reaches the API server; it lives.',
          cluster: 'eu-west-1',
        },
        {
          at: 250_100,
          number: 3,
          title: 'Detect',
          seen: '3 probes in a row missed, 1 s apart.',
          cluster: 'eu-west-1',
        },
        {
          at: 250_300,
          number: 8,
          title: 'Serve',
          seen: 'us-east-1 serves before the fence holds.',
          cluster: 'us-east-1',
        },
        {
          at: 251_900,
          number: 5,
          title: 'Fence',
          seen: 'The lease of epoch 9 ran out.',
          cluster: 'eu-west-1',
        },
      ],
      lanes: [
        {
          cluster: 'eu-west-1',
          stretches: [
            { from: 246_000, to: 251_900, state: 'serving' },
            { from: 251_900, to: 253_500, state: 'fenced' },
          ],
        },
        {
          cluster: 'us-east-1',
          stretches: [
            { from: 246_000, to: 250_300, state: 'idle' },
            { from: 250_300, to: 253_500, state: 'serving' },
          ],
        },
      ],
      doubleActive: [
        { from: 250_300, to: 251_900, seen: true },
        { from: 252_500, to: 253_100, seen: false },
      ],
      measures: [{ name: 'double-active', value: 1600, unit: 'ms' }],
    },
  ];
}

const steps: readonly (readonly [number, number, string, string, string?])[] = [
  [0.4, 1, 'Steady state', 'eu-west-1 serves; us-east-1 has 1 of 1 replicas; both at 6f1c2d0.'],
  [2.1, 2, 'Inject', 'The API server of eu-west-1 was killed.', 'eu-west-1'],
  [5.1, 3, 'Detect', '3 probes in a row missed, 1 s apart.', 'eu-west-1'],
  [5.2, 4, 'Decide', 'us-east-1 is ready, its secrets and policies are in force, lag 0 writes.', 'us-east-1'],
  [6.5, 5, 'Fence', 'Cluster secret set to skip-reconcile; entry weight 0; epoch 7 is revoked.', 'eu-west-1'],
  [8.2, 6, 'Promote data', 'Hook promoted once, epoch 8; a second run changed nothing.', 'us-east-1'],
  [9.0, 7, 'Sync the standby', '3 of 3 replicas, 2 ExternalSecrets ready, constraints deny.', 'us-east-1'],
  [13.2, 8, 'Serve', 'The probe through the entry answers from us-east-1.', 'us-east-1'],
  [13.3, 9, 'Measure', 'Serving again 11.1 s after the loss; 0 writes lost.'],
  [22.0, 10, 'The old active returns', 'It never served; its Deployment was gone 1.9 s later.', 'eu-west-1'],
  [35.5, 11, 'Failback', 'Planned, after 10 s of stability; both sides at 7f1c2d0.', 'eu-west-1'],
  [44.0, 12, 'Revert', 'The failover commit reverted: the model is the one from before.'],
  [46.0, 13, 'Negative drills', 'They are drills of their own below.'],
];
