import type { Programs } from '../../src/run/programs.ts';

/** The programs that `seatrial prepare` made. The command line imports this package, so types cannot go the other way. */
export async function preparedPrograms(): Promise<Programs> {
  const commandLine: string = '@seatrial/cli';
  const { preparedPrograms } = (await import(commandLine)) as { preparedPrograms: () => Programs };
  return preparedPrograms();
}
