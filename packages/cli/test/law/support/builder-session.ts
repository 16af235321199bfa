import type { KubernetesObject } from '@seatrial/compiler';
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { findEngine } from '../../../src/cache/engine-entry.ts';

export type Built = { readonly objects: readonly KubernetesObject[] } | { readonly error: string };

/** Real kustomize in one process that stays alive over many builds: a property test asks for one root after another. */
export class BuilderSession {
  readonly #child: ChildProcess;
  readonly #waiting = new Map<string, (built: Built) => void>();

  constructor() {
    this.#child = spawn(findEngine('kustomize-builder'), { stdio: ['pipe', 'pipe', 'inherit'], env: {} });
    const lines = createInterface({ input: this.#child.stdout! });
    lines.on('line', (line) => {
      const { root, ...built } = JSON.parse(line) as { root: string } & Built;
      this.#waiting.get(root)?.(built);
      this.#waiting.delete(root);
    });
    lines.on('close', () => {
      for (const answer of this.#waiting.values()) answer({ error: 'kustomize-builder ended' });
      this.#waiting.clear();
    });
  }

  build(root: string): Promise<Built> {
    return new Promise((answer) => {
      this.#waiting.set(root, answer);
      this.#child.stdin!.write(`${JSON.stringify(root)}\n`);
    });
  }

  close(): void {
    this.#child.kill();
  }
}
