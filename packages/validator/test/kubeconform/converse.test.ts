import { expect, test } from 'vitest';
import { converse } from '../../src/kubeconform/converse.ts';
import type { Guest } from '../../src/kubeconform/guest.ts';

/** A guest that says these lines, whatever it is asked, and then either ends or stays silent. */
function guestThatSays(lines: readonly string[], then: 'ends' | 'stays silent') {
  const left = [...lines];
  const calls: string[] = [];
  const guest: Guest = {
    writeFile: async () => {},
    write: async (text) => void calls.push(text),
    nextLine: () => {
      const line = left.shift();
      return line === undefined && then === 'stays silent' ? new Promise(() => {}) : Promise.resolve(line);
    },
    ending: async () => 'ended with code 2 and said "panic: out of memory"',
    kill: async () => void calls.push('kill'),
    close: async () => {},
  };
  return { guest, calls };
}

const tasks = [
  { schema: 's', json: '{"a":1}' },
  { schema: 't', json: '{}' },
];

test('a task is one line that carries its number, schema and object', async () => {
  const { guest, calls } = guestThatSays(
    ['{"id":7,"status":"valid","errors":[]}', '{"id":8,"status":"invalid","message":"m"}'],
    'ends',
  );
  expect(await converse(guest, tasks, 7, 1000)).toEqual([
    { status: 'valid' },
    { status: 'invalid', problems: [{ path: '', message: 'm' }] },
  ]);
  expect(calls.join('')).toBe('{"id":7,"schema":"s","object":{"a":1}}\n{"id":8,"schema":"t","object":{}}\n');
});

test.each([
  ['{"id":2,"status":"valid"}', 'answered out of turn: object 1 got'],
  ['panic: runtime error', 'answered out of turn: object 1 got "panic: runtime error"'],
  ['null', 'answered out of turn'],
])('an answer that is not the next one is a failure, not a pass: %s', async (line, message) => {
  await expect(converse(guestThatSays([line], 'ends').guest, tasks, 1, 1000)).rejects.toThrow(message);
});

test('a status that is not known is an error of that object', async () => {
  const lines = ['{"id":1,"status":"skipped"}', '{"id":2,"status":"valid"}'];
  const answers = await converse(guestThatSays(lines, 'ends').guest, tasks, 1, 1000);
  expect(answers).toEqual([{ status: 'error', message: 'kubeconform gave no reason' }, { status: 'valid' }]);
});

test('a guest that ends in the middle fails with its last words', async () => {
  const { guest } = guestThatSays(['{"id":1,"status":"valid"}'], 'ends');
  await expect(converse(guest, tasks, 1, 1000)).rejects.toThrow(
    'The kubeconform guest ended with code 2 and said "panic: out of memory".',
  );
});

test('a guest that falls silent is stopped', async () => {
  const { guest, calls } = guestThatSays(['{"id":1,"status":"valid"}'], 'stays silent');
  await expect(converse(guest, tasks, 1, 50)).rejects.toThrow(
    'said nothing for 0.05 s with 2 objects waiting, and was stopped.',
  );
  expect(calls).toContain('kill');
});
