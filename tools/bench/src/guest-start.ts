// Starts the kubeconform guest and has it check one object: the least that a verdict on a changed object can take.
import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { findEngine } from '@seatrial/cli';
import { kubeconformEngine, schemasInMemory } from '@seatrial/validator';

const text = '{"type":"object"}';
const json = JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'one' } });
const schema = hash('sha256', text);
const file = findEngine('kubeconform');
const engine = kubeconformEngine({
  guest: { digest: file, load: () => readFile(file) },
  schemas: schemasInMemory({ schemas: { [schema]: text } }),
});
try {
  const [answer] = await engine.check([{ schema, json: json }]);
  if (answer?.status !== 'valid') throw new Error(`the guest says ${JSON.stringify(answer)}`);
} finally {
  await engine.close();
}
