import { posix } from 'node:path';

/** As many projects as @seatrial/nx-plugin makes of a fleet's clusters, whose verdicts hang on their own files alone. */
export const createNodes = [
  'clusters/*/*/facts.json',
  (files) =>
    files.map((file) => {
      const root = posix.dirname(file);
      const validate = {
        executor: './bare-nx:nothing',
        cache: true,
        inputs: ['{projectRoot}/**/*', { externalDependencies: [] }],
        outputs: [],
      };
      return [file, { projects: { [root]: { name: posix.basename(root), targets: { validate } } } }];
    }),
];
