import { expect, test } from 'vitest';
import { newReplicatedCounter } from '../../src/drills/replicated-counter.ts';

const rules = { replicateEvery: 100, lease: 1000, lossAllowed: 2000 };
const started = () => newReplicatedCounter(['west', 'east'], 'west', 0, rules);

test('only the writer of the epoch writes', () => {
  const data = started();
  expect(data.write('west', 10)).toBeUndefined();
  expect(data.write('east', 10)).toBe('epoch 1 is that of west');
});

test('a failover loses what was acknowledged and had not arrived', () => {
  const data = started();
  for (const at of [20, 60, 120, 160]) data.write('west', at);
  data.cut('west', 170);
  expect(data.behind('east', 9000)).toEqual({ writes: 2, milliseconds: 50 });
  expect(data.promote('east', 2, 3000)).toMatchObject({
    answer: 'promoted',
    lost: [{ at: 120 }, { at: 160 }],
  });
  expect(data.write('east', 3001)).toBeUndefined();
  expect(data.rivals).toEqual([]);
});

test('a switchover that waits until nothing is behind loses nothing', () => {
  const data = started();
  data.write('west', 150);
  data.revoke(160);
  expect(data.write('west', 170)).toBe('epoch 1 is revoked');
  expect(data.mayWriteUntil()).toBe(0);
  expect(data.behind('east', 170)).toEqual({ writes: 1, milliseconds: 20 });
  expect(data.behind('east', 200).writes).toBe(0);
  expect(data.promote('east', 2, 201)).toEqual({ answer: 'promoted', lost: [] });
  expect(data.write('west', 202)).toBe('epoch 2 is that of east');
});

test('promoting twice changes nothing, and an older or a foreign epoch is refused', () => {
  const data = started();
  data.promote('east', 3, 100);
  data.write('east', 110);
  expect(data.promote('east', 3, 120)).toEqual({ answer: 'already' });
  expect(data.promote('west', 2, 130)).toMatchObject({ answer: 'refused', why: 'epoch 2 is older than 3' });
  expect(data.promote('west', 3, 140)).toMatchObject({ answer: 'refused', why: 'epoch 3 is that of east' });
  expect([data.epoch, data.writer, data.lost.length]).toEqual([3, 'east', 0]);
});

test('a writer that is cut off stops when its lease has run out', () => {
  const data = started();
  data.cut('west', 250);
  expect(data.mayWriteUntil()).toBe(1200);
  expect(data.write('west', 1200)).toBeUndefined();
  expect(data.write('west', 1201)).toBe('the lease of epoch 1 has run out');
});

test('promoting before the lease of the other side has run out makes two writers', () => {
  const data = started();
  data.cut('west', 250);
  data.promote('east', 2, 500);
  expect(data.write('west', 600)).toBeUndefined();
  expect(data.rivals).toEqual([{ at: 600, cluster: 'west', epoch: 1 }]);
  expect(data.lost).toEqual(data.rivals);
});

test('a side that is joined again learns whose the data are, and takes them', () => {
  const data = started();
  data.write('west', 150);
  data.cut('west', 160);
  data.promote('east', 2, 2000);
  data.write('east', 2010);
  data.join('west', 2020);
  expect(data.write('west', 2030)).toBe('epoch 2 is that of east');
  expect(data.behind('west', 2030).writes).toBe(0);
  expect(data.lost).toHaveLength(1);
});

test('replication that is held up shows as what the other side is behind', () => {
  const data = started();
  data.stall(true, 0);
  data.write('west', 10);
  expect(data.behind('east', 2500)).toEqual({ writes: 1, milliseconds: 2490 });
  data.stall(false, 2500);
  expect(data.behind('east', 2600).writes).toBe(0);
});
