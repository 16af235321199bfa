import type { Changes } from '../run/wait.ts';

/**
 * The way in for clients, as a weighted DNS or a global load balancer is: each public host is sent to some clusters. It
 * is the rehearsal's own, and like a real one it would send clients to two clusters at once if nobody takes one out.
 */
export interface Entry extends Changes {
  /** Weight up: from now on clients of the host come to the cluster too. */
  send(host: string, cluster: string): void;
  /** Weight 0 for every host: no client comes to the cluster any more. */
  withdraw(cluster: string): void;
  sends(host: string, cluster: string): boolean;
  hostsOf(cluster: string): readonly string[];
}

export function newEntry(hosts: readonly string[]): Entry {
  const sent = new Map(hosts.map((host) => [host, new Set<string>()]));
  const listeners = new Set<() => void>();
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    send(host, cluster) {
      const clusters = sent.get(host);
      if (clusters === undefined) throw new Error(`the entry knows no host ${host}`);
      clusters.add(cluster);
      changed();
    },
    withdraw(cluster) {
      for (const clusters of sent.values()) clusters.delete(cluster);
      changed();
    },
    sends: (host, cluster) => sent.get(host)?.has(cluster) ?? false,
    hostsOf: (cluster) => [...sent].filter(([, clusters]) => clusters.has(cluster)).map(([host]) => host),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
