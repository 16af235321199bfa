/**
 * A rehearsal that only starts processes, to be killed: one of them starts another in a session of its own. The folder
 * that it gets is in the arguments of each. With `keep` it prints the command that removes what it leaves, and ends.
 */
import { join } from 'node:path';
import { startSupervisor } from '../../src/run/start-supervisor.ts';

const [folder = '', keep] = process.argv.slice(2);
const id = `p${process.pid}`;
const supervisor = await startSupervisor({ id, folder: join(folder, `seatrial-${id}`) });
const start = (name: string, script: string): Promise<unknown> =>
  supervisor.start({ name, file: 'sh', args: ['-c', `${script} # ${folder}`] });
await Promise.all([
  start('plain', 'sleep 600; true'),
  start('in/a/folder', 'sleep 600; true'),
  start('fleeing', `setsid sh -c 'sleep 600; true # ${folder}' & sleep 600; true`),
]);
await supervisor.undo(['sh', '-c', `echo undone >> ${folder}/undone`]);
if (keep === 'keep') console.log(await supervisor.keep());
else {
  console.log('started');
  setInterval(() => {}, 1000);
}
