import { execa } from 'execa';

/** Containers, networks and images of a container engine that carry the id of a rehearsal, with their kind. */
export async function leftInEngine(id: string): Promise<string[]> {
  const listed = {
    container: ['ps', '--all', '--format', '{{.Names}}'],
    network: ['network', 'ls', '--format', '{{.Name}}'],
    image: ['images', '--format', '{{.Repository}}:{{.Tag}}'],
  };
  const all = await Promise.all(
    Object.entries(listed).map(async ([kind, args]) => {
      const { lines } = await execa('docker', args).then(({ stdout }) => ({ lines: stdout.split('\n') }));
      return lines.filter((line) => line.includes(id)).map((line) => `${kind} ${line}`);
    }),
  );
  return all.flat();
}
