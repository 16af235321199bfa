import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { localProvider } from '../../src/providers/local/local-provider.ts';
import { Infrastructure } from '../../src/run/outcome-errors.ts';
import { processesOf } from '../../src/run/process-group.ts';
import { bareCluster } from '../support/bare-cluster.ts';
import { preparedPrograms } from '../support/prepared-programs.ts';
import { openTestRun } from '../support/test-run.ts';

const paris = bareCluster('paris');

test('what cannot be started is said with its last words, and nothing is left', async () => {
  const programs = await preparedPrograms();
  const broken = await openTestRun({
    programs: {
      ...programs,
      // It takes none of the arguments, says so, and ends.
      path: (name) => programs.path(name === 'etcd' ? 'kustomize' : name),
    },
  });
  const opening = localProvider.open({ fleet: 'one', clusters: [paris], argoCds: [], images: [] }, broken);
  await expect(opening).rejects.toThrow(Infrastructure);
  await expect(opening).rejects.toThrow(
    /paris\/etcd exited with 1, and nobody had ended it\. Its last lines:.*help for kustomize/s,
  );
  expect(await processesOf(broken.id)).toEqual([]);
  expect(existsSync(broken.folder)).toBe(false);
});
