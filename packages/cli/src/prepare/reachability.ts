import { connect } from 'node:net';

/** Why an address cannot be reached, in a few words; undefined when it can, or when only its own client can tell. */
export type Reachability = (address: string) => Promise<string | undefined>;

const patience = 5_000;

const ports: Readonly<Record<string, number>> = {
  'https:': 443,
  'oci:': 443,
  'http:': 80,
  'ssh:': 22,
  'git+ssh:': 22,
  'git:': 9418,
};

/**
 * Asks each host once, with a TCP connection: helm and git themselves wait for minutes on a host that does not answer.
 * Behind a proxy nothing is asked, because a direct connection says nothing there.
 */
export function newReachability(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Reachability {
  const behindProxy = Object.entries(environment).some(
    ([name, value]) => /^(https?|all)_proxy$/i.test(name) && value,
  );
  const answers = new Map<string, Promise<string | undefined>>();
  return async (address) => {
    const target = behindProxy ? undefined : hostOf(address);
    if (target === undefined) return undefined;
    const key = `${target.host} ${target.port}`;
    const answer = answers.get(key) ?? tryToConnect(target);
    answers.set(key, answer);
    return answer;
  };
}

interface Target {
  readonly host: string;
  readonly port: number;
}

function hostOf(address: string): Target | undefined {
  const scp = /^(?:[^/@]+@)?([^/:@]+):(?!\/\/)/.exec(address); // git@host:path
  if (scp?.[1]) return { host: scp[1], port: 22 };
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, port } = new URL(address);
  const number = port === '' ? ports[protocol] : Number(port);
  return hostname === '' || number === undefined
    ? undefined
    : { host: hostname.replace(/^\[|\]$/g, ''), port: number };
}

function tryToConnect({ host, port }: Target): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (reason?: string): void => {
      socket.destroy();
      resolve(reason);
    };
    socket.setTimeout(patience, () => end(`${host} does not answer`));
    socket.once('connect', () => end());
    socket.once('error', (error: NodeJS.ErrnoException) => end(reasonOf(error, host)));
  });
}

function reasonOf({ code, message }: NodeJS.ErrnoException, host: string): string {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return `the name ${host} does not resolve`;
  if (code === 'ECONNREFUSED') return `${host} refuses the connection`;
  return `${host} cannot be reached (${code ?? message})`;
}
