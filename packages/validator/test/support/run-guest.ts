import { readFileSync } from 'node:fs';
import { kubeconformEngine, type SchemaAnswer } from '@seatrial/validator';
import { preparedKubernetes } from './cache.ts';
import { deployment } from './objects.ts';

// A process of its own: run-guest.ts <guest.wasm> <objects> <silence in ms>. Prints one line of JSON.
const [path = '', count = '', silence = ''] = process.argv.slice(2);
const { kinds, schemas } = preparedKubernetes();
const schema =
  kinds.find(({ apiVersion, kind }) => apiVersion === 'apps/v1' && kind === 'Deployment')?.digest ?? '';
const engine = kubeconformEngine({
  guest: { digest: path, load: async () => readFileSync(path) },
  schemas,
  silenceMs: Number(silence),
});
const batch = Array.from({ length: Number(count) }, (_, at) => ({
  schema,
  json: JSON.stringify(deployment(`api-${at}`)),
}));
const result = await engine.check(batch).then(
  (answers: readonly SchemaAnswer[]) => ({
    valid: answers.filter(({ status }) => status === 'valid').length,
  }),
  (error: Error) => ({ failure: `${error.name}: ${error.message}` }),
);
process.stdout.write(`${JSON.stringify(result)}\n`);
await engine.close();
