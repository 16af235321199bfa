import { Option, type Command } from 'commander';
import type { StartedModels } from './load/start-models.ts';
import {
  checkOptions,
  type LabOptions,
  providers,
  type RehearsalOptions,
} from './rehearse/rehearsal-options.ts';

/** The commands that start clusters. */
export function addRehearsalCommands(
  add: (name: string, description: string, examples: readonly string[]) => Command,
  start: (fleets: readonly string[]) => Promise<StartedModels>,
  done: (code: number) => void,
): void {
  onClusters(
    add('rehearse [fleet...]', 'prove a fleet on real control planes with a real Argo CD', [
      'seatrial rehearse shop',
      'seatrial rehearse shop --proof heals --proof prunes --keep',
      "seatrial rehearse shop --provider kind --cluster 'eu-*' --report reports",
    ]),
  )
    .option(
      '--proof <kind>',
      'only this kind of proof, or only this claim (repeatable; * and ? match)',
      several,
      [],
    )
    .option(
      '--cluster <name>',
      'only what is claimed of this cluster (repeatable; * and ? match)',
      several,
      [],
    )
    .option(
      '--fault <name>',
      'make a claim false on purpose, to see that its proof notices (repeatable; * and ? match)',
      several,
      [],
    )
    .option('--keep', 'leave everything running, and say how to look inside and how to remove it', false)
    .option('--report <folder>', 'where the reports go (default: into the cache)')
    .action(async (fleets: string[], options: RehearsalOptions) => {
      checkOptions(options);
      const started = await start(fleets);
      done(await (await import('./commands/rehearse.ts')).rehearse(started, options));
    });

  onClusters(
    add('cluster-up <fleet>', 'bring the clusters of a fleet up, synced, and keep them until Ctrl-C', [
      'seatrial cluster-up shop',
      'seatrial cluster-up shop --provider kind',
    ]),
  ).action(async (fleet: string, options: LabOptions) => {
    checkOptions(options);
    const started = await start([fleet]);
    done(await (await import('./commands/cluster-up.ts')).clusterUp(started, options));
  });
}

const several = (value: string, before: readonly string[]): string[] => [...before, value];

function onClusters(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--provider <name>',
        'local: processes of this machine; kind: containers; existing: your own',
      )
        .choices(providers)
        .default(providers[0]),
    )
    .option('--contexts <file>', 'of the clusters that exist: a kubeconfig context for each')
    .option('--yes', 'agree to what would be asked', false)
    .addHelpText('after', notes);
}

const notes = `
The local provider starts what \`seatrial prepare local\` has built. All deadlines are three times as long where CI is set in
the environment. Exit codes: 1 a disproof or a timeout; 3 the ground gave way: a process died, a port was taken.`;
