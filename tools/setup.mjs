// What `npm start`, `npm test`, `npm run rehearse` and `npm run bench` run: all set-up of a fresh clone, then the command, on the locked Node.
// Plain JavaScript without a dependency, because it must run on Node 20 before anything is installed.
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './setup/install-packages.mjs';
import { lockedNode } from './setup/locked-node.mjs';
import { runChild } from './setup/run-child.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const seatrial = join(root, 'packages/cli/bin/seatrial.mjs');
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

/**
 * The steps of each command; the last one is given the user's arguments too. A step that fails ends the command, unless
 * it says `goOn`: then the rest is worth running, and the command fails in the end. `grace` is for runChild.
 */
const commands = {
  start: [
    { run: [seatrial, 'prepare'] },
    { run: [seatrial, 'compile'] },
    { run: [seatrial, 'verify'], goOn: true },
    { run: [seatrial, 'validate'] },
  ],
  test: [
    { run: [join(root, 'tools/setup/prepare-tests.ts')] },
    { run: [seatrial, 'prepare'], goOn: true },
    { run: [vitest, 'run'] },
  ],
  rehearse: [
    { run: [seatrial, 'prepare', 'local'] },
    // On an interruption it still has clusters to take away and a report to write.
    { run: [seatrial, 'rehearse'], grace: 60_000 },
  ],
  bench: [{ run: [join(root, 'tools/bench/src/main.ts')] }],
  /** Nothing but the set-up, then any program on the locked Node: `node tools/setup.mjs run <file> …`. */
  run: [{ run: [] }],
};

const [name = '', ...givenArgs] = process.argv.slice(2);
const steps = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (steps === undefined) {
  stop(2, `There is no set-up command "${name}": it is one of ${Object.keys(commands).join(', ')}.`);
} else {
  process.exitCode = await main(steps, givenArgs);
}

async function main(commandSteps, userArgs) {
  const installed = await installPackages(root);
  if (installed !== 0) return installed;
  const node = lockedNode(root);
  if (node === undefined) {
    return stop(
      3,
      `Seatrial runs on Node 22.18 or newer and this is ${process.version}: install Node 24 and run this again.`,
    );
  }
  // Children find the locked Node and the tools of the workspace under their plain names.
  const path = [dirname(node), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
  let result = 0;
  for (const { run, goOn = false, grace } of commandSteps) {
    const args = run === commandSteps.at(-1).run ? [...run, ...userArgs] : run;
    const code = await runChild(node, args, {
      cwd: root,
      env: { ...process.env, PATH: path },
      grace,
    });
    result ||= code;
    if (code !== 0 && (!goOn || code >= 128)) break;
  }
  return result;
}

function stop(code, sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = code;
  return code;
}
