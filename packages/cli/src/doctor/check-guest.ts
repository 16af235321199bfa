import { hash } from 'node:crypto';
import { schemasInMemory } from '@seatrial/validator';
import { openEngine } from '../validate/open-engine.ts';
import type { Check } from './checks.ts';

/** Documents that the guest is tried with: enough to let Go's garbage collector run, where guests have hung. */
const documents = 2000;

/** Starts kubeconform and lets it check a batch of small objects. @throws MissingFromCache */
export async function checkGuest(): Promise<Check> {
  const text = '{"type":"object"}';
  const schema = hash('sha256', text);
  const engine = openEngine(schemasInMemory({ schemas: { [schema]: text } }));
  const began = performance.now();
  try {
    const tasks = Array.from({ length: documents }, (_, index) => ({
      schema,
      json: JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `n${index}` } }),
    }));
    const answers = await engine.check(tasks);
    const valid = answers.filter(({ status }) => status === 'valid').length;
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const found = `${valid} of ${documents} documents answered in ${seconds} s`;
    return {
      name: 'kubeconform guest',
      status: valid === documents ? 'ok' : 'blocker',
      found,
      hint: valid === documents ? '' : rebuild,
    };
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    return { name: 'kubeconform guest', status: 'blocker', found, hint: rebuild };
  } finally {
    await engine.close();
  }
}

const rebuild = 'Remove the folder engines/ of the cache and run `seatrial prepare`.';
