import { basename, dirname, join } from 'node:path';
import { execa } from 'execa';
import type { Run } from '../../run/run.ts';
import type { ContainerEngine } from './container-engine.ts';

/**
 * Makes the image that stands in for the images of the fleet, out of nothing but the program `probe`, and gives its name.
 * It is named after the run, so that two rehearsals never share or remove each other's.
 */
export async function makeProbeImage(engine: ContainerEngine, run: Run): Promise<string> {
  const program = run.programs.path('probe');
  const archive = join(run.folder, 'probe.tar');
  const name = `seatrial/probe:${run.id}`;
  await execa('tar', ['-cf', archive, '-C', dirname(program), basename(program)]);
  await run.supervisor.undo([engine.command, 'rmi', '--force', name], engine.environment);
  await engine.run(['import', '--change', `ENTRYPOINT ["/${basename(program)}"]`, archive, name]);
  return name;
}
