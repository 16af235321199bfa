import type { ApiConnection } from './api-connection.ts';
import { ApiError, type KindRef } from './kubernetes.ts';

/** Where the objects of a kind are. */
export interface Resource {
  /** `/apis/apps/v1`. */
  readonly root: string;
  /** `deployments`. */
  readonly plural: string;
  readonly namespaced: boolean;
}

/** Which kinds an API server has. Only what it has is remembered: definitions arrive while a rehearsal runs. */
export interface Discovery {
  /** Undefined: the kind is not defined now. */
  find(kind: KindRef): Promise<Resource | undefined>;
  /** Its address led nowhere: it is looked up anew next time. */
  forget(kind: KindRef): void;
}

interface ResourceList {
  readonly resources?: readonly {
    readonly name: string;
    readonly kind: string;
    readonly namespaced: boolean;
    /** Set where a resource's objects belong to another group, as those of `scale` do. */
    readonly group?: string;
  }[];
}

export function newDiscovery(connection: ApiConnection): Discovery {
  const known = new Map<string, Resource>();
  const asked = new Map<string, Promise<ResourceList>>();

  async function ask(apiVersion: string, root: string): Promise<ResourceList> {
    try {
      return (await connection.send({ method: 'GET', path: root })) as ResourceList;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return {};
      throw error;
    } finally {
      asked.delete(apiVersion);
    }
  }

  return {
    async find({ apiVersion, kind }) {
      const key = `${apiVersion} ${kind}`;
      const remembered = known.get(key);
      if (remembered !== undefined) return remembered;
      const root = `${apiVersion.includes('/') ? '/apis' : '/api'}/${apiVersion}`;
      // Many watches ask for kinds of one group at the same time: one question answers them all.
      const question = asked.get(apiVersion) ?? ask(apiVersion, root);
      asked.set(apiVersion, question);
      const { resources = [] } = await question;
      for (const { name, kind, namespaced } of resources) {
        if (!name.includes('/')) known.set(`${apiVersion} ${kind}`, { root, plural: name, namespaced });
      }
      return known.get(key);
    },
    forget({ apiVersion, kind }) {
      known.delete(`${apiVersion} ${kind}`);
    },
  };
}
