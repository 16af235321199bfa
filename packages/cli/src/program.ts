import { Command, Option } from 'commander';
import type { InitOptions } from './commands/init.ts';
import type { ValidateOptions } from './commands/validate.ts';
import type { ValidateRepositoryOptions } from './commands/validate-repository.ts';
import type { StartedModels } from './load/start-models.ts';
import { addRehearsalCommands } from './rehearsal-commands.ts';
import { reportFormats, reportTarget, type ReportTarget } from './reports/report-target.ts';

type Done = (code: number) => void;

const exits = `
Exit codes: 0 fine; 1 findings, differences, a disproof or a timeout; 2 usage or model error; 3 something is missing here
(a tool, the cache, a writable tree) or gave way; 130 interrupted; 70 a defect of seatrial.`;

/** The command line. What a command does is loaded when it is run. */
export function buildProgram(version: string, done: Done): Command {
  const program = new Command('seatrial')
    .description(
      'Compiles typed models of Kubernetes fleets into Kustomize trees and Argo CD objects, and proves them.',
    )
    .version(version)
    .exitOverride()
    .showHelpAfterError('(seatrial --help lists the commands)')
    .addHelpText(
      'after',
      `\nExamples:\n  seatrial init shop\n  seatrial compile --check\n  seatrial validate shop --cluster 'eu-*'\n${exits}`,
    );

  const add = (name: string, description: string, examples: readonly string[]): Command =>
    program
      .command(name)
      .description(description)
      .addHelpText('after', `\nExamples:\n${examples.map((example) => `  ${example}`).join('\n')}`);

  add('init [fleet]', 'write the smallest fleet into environments/<fleet>, or add a cluster to a fleet', [
    'seatrial init shop',
    'seatrial init shop --kubernetes 1.34 --repository https://git.example/shop/fleet.git',
    'seatrial init shop --cluster lyon --role standby --environment prod',
  ])
    .option('--repository <url>', 'git repository that Argo CD watches (default: the remote "origin")')
    .option('--kubernetes <version>', 'Kubernetes version of the cluster')
    .option('--cluster <name>', 'add this cluster to a fleet that is there')
    .addOption(new Option('--role <role>', 'of the cluster').choices(['active', 'standby', 'hub']))
    .option('--region <name>', 'of the cluster')
    .option('--environment <name>', 'that the cluster carries (repeatable)', several, [])
    .action(async (fleet: string | undefined, options: InitOptions) =>
      done(await (await import('./commands/init.ts')).init(fleet, options)),
    );

  add('prepare', 'build and download what the other commands need, into the cache', [
    'seatrial prepare',
    'seatrial prepare local',
    'seatrial prepare path/to/any/repository',
    'SEATRIAL_CACHE=/var/cache/seatrial seatrial prepare',
  ])
    .argument(
      '[what]',
      'local: also what `rehearse` starts here (./local is a folder); else the path of a repository',
    )
    .option('--kubernetes-version <version>', 'of the clusters of a path, where no model says it')
    .action(async (path: string | undefined, options: { kubernetesVersion?: string }) => {
      if (path === undefined || path === 'local') {
        return done(await (await import('./commands/prepare.ts')).prepare({ local: path === 'local' }));
      }
      return done(await (await import('./commands/prepare-repository.ts')).prepareRepository(path, options));
    });

  add('compile [fleet...]', 'write the tree of each fleet to clusters/<fleet>', [
    'seatrial compile',
    'seatrial compile shop --check',
    'seatrial compile --watch',
  ])
    .addOption(
      new Option('--check', 'write nothing; exit 1 and name the files that are stale').conflicts('watch'),
    )
    .option('--watch', 'compile again whenever a model changes')
    .action(async (fleets: string[], { check, watch }: { check?: boolean; watch?: boolean }) => {
      if (watch === true) return done(await (await import('./commands/watch.ts')).watch(fleets));
      const started = await start(fleets);
      return done(await (await import('./commands/compile.ts')).compile(started, { check: check === true }));
    });

  selectable(
    add(
      'verify [fleet...]',
      'build the committed tree with real kustomize and helm, and compare it with the model',
      ['seatrial verify', "seatrial verify shop --cluster 'eu-*' --application api"],
    ),
  ).action(async (fleets: string[], options: Selected) => {
    const started = await start(fleets);
    done(await (await import('./commands/verify.ts')).verify(started, options));
  });

  selectable(
    add(
      'validate [fleet-or-path...]',
      'check every object: its schema on its own cluster, policies, references',
      [
        'seatrial validate',
        'seatrial validate shop --environment prod -o json',
        'seatrial validate --report sarif=findings.sarif --report github',
        'seatrial validate shop --watch',
        'seatrial validate path/to/any/repository',
      ],
    ),
  )
    .addOption(output('text', 'json'))
    .addOption(
      new Option('--report <format[=file]>', `a further report: ${reportFormats.join(', ')} (repeatable)`)
        .argParser((text: string, before: readonly ReportTarget[]) => [...before, reportTarget(text)])
        .default([], 'none'),
    )
    .addOption(new Option('--schema', 'print the JSON Schema of what -o json prints').conflicts('watch'))
    .option('--kubernetes-version <version>', 'of the clusters of a path, where no model says it')
    .option('--watch', 'validate again whenever something changes that a model is made of')
    .action(
      async (
        fleets: string[],
        options: ValidateOptions & ValidateRepositoryOptions & { schema?: boolean; watch?: boolean },
      ) => {
        if (options.schema === true)
          return done(await (await import('./commands/validation-schema.ts')).validationSchema());
        if (fleets.length > 0) {
          const { arePaths } = await import('./workspace/are-paths.ts');
          if (arePaths(fleets, options))
            return done(
              await (await import('./commands/validate-repository.ts')).validateRepository(fleets, options),
            );
        }
        if (options.watch === true)
          return done(await (await import('./commands/validate-watch.ts')).watchValidation(fleets, options));
        const started = await start(fleets);
        return done(await (await import('./commands/validate.ts')).validate(started, options));
      },
    );

  add('failover <fleet>', 'exchange the roles of a pair in the model, compile, and commit; pushes nothing', [
    'seatrial failover shop --to dublin --dry-run',
    'seatrial failover shop --to dublin',
  ])
    .requiredOption('--to <cluster>', 'the standby that becomes active')
    .option('--dry-run', 'say what would change, and write nothing', false)
    .action(async (fleet: string, options: { to: string; dryRun: boolean }) => {
      const started = await start([fleet]);
      done(await (await import('./commands/failover.ts')).failover(started, options));
    });

  addRehearsalCommands(add, start, done);

  selectable(
    add('model [fleet...]', 'print the resolved fleet', [
      'seatrial model shop -o json',
      'seatrial model shop --application api -o yaml',
      'seatrial model --schema',
    ]),
  )
    .addOption(output('json', 'yaml'))
    .option('--schema', 'print the JSON Schema of what is printed')
    .action(async (fleets: string[], options: Selected & { output: 'json' | 'yaml'; schema?: boolean }) => {
      if (options.schema === true)
        return done(await (await import('./commands/model-schema.ts')).modelSchema(options));
      const started = await start(fleets);
      return done(await (await import('./commands/model.ts')).model(started, options));
    });

  add('explain [code]', 'say what a finding means and how to put it right; without a code, list the codes', [
    'seatrial explain SEA3001',
    'seatrial explain',
    'seatrial explain -o markdown',
  ])
    .addOption(output('text', 'markdown'))
    .action(async (code: string | undefined, options: { output: 'text' | 'markdown' }) =>
      done(await (await import('./commands/explain.ts')).explain(code, options)),
    );

  add('doctor', 'look at everything that the commands need here', [
    'seatrial doctor',
    'seatrial doctor -o json',
  ])
    .addOption(output('text', 'json'))
    .action(async (options: { output: 'text' | 'json' }) =>
      done(await (await import('./commands/doctor.ts')).doctor(options)),
    );

  return program;
}

/** Starts the models: they run while the command itself is loaded. */
async function start(fleets: readonly string[]): Promise<StartedModels> {
  const { startModels } = await import('./load/start-models.ts');
  return startModels(fleets);
}

interface Selected {
  cluster: string[];
  environment: string[];
  application: string[];
  argoCd: boolean;
}

const several = (value: string, before: readonly string[]): string[] => [...before, value];

function selectable(command: Command): Command {
  return command
    .option('--cluster <name>', 'only this cluster (repeatable; * and ? match)', several, [])
    .option('--environment <name>', 'only this environment (repeatable; * and ? match)', several, [])
    .option('--application <name>', 'only this application (repeatable; * and ? match)', several, [])
    .option('--argo-cd', 'only what Argo CD itself is told; beside the others: that too', false);
}

function output(...formats: readonly [string, ...string[]]): Option {
  return new Option('-o, --output <format>', 'form of what is printed').choices(formats).default(formats[0]);
}
