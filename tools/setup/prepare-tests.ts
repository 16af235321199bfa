// What the tests need of the cache, whatever the fleets of the repository name.
import { prepare, reportError } from '@seatrial/cli';
import { exactKubernetesVersion } from '@seatrial/compiler';

try {
  await prepare(
    {
      tools: ['kustomize-builder', 'kubeconform', 'rego-compiler', 'helm', 'gator', 'api-validation'],
      kubernetes: [exactKubernetesVersion('1.29') ?? '1.29'],
      definitions: [],
      charts: [],
    },
    (line) => void process.stderr.write(`${line}\n`),
  );
} catch (error) {
  process.exitCode = await reportError(error);
}
