import type { Check } from '../check/check.ts';
import { entriesOf } from './kustomization.ts';
import type { KustomizationView } from './kustomization-view.ts';
import { isRemote } from './paths-read.ts';

export const aRemoteBaseIsPinned: Check<KustomizationView> = {
  rule: 'A base on the network is pinned to a version',
  explanation: {
    code: 'SEA3605',
    title: 'A base on the network is not pinned',
    meaning:
      'The entry follows a branch, so what reaches the cluster changes when somebody else pushes, with no change in this repository and nothing to ' +
      'roll back to.',
    fix: 'Add ?ref= with a tag or a commit, or take the file of a release; better still, copy it into the repository.',
  },
  run(view, say) {
    for (const field of ['resources', 'bases', 'components']) {
      for (const { entry, pointer } of entriesOf(view, field)) {
        const branch = isRemote(entry) ? followed(entry) : undefined;
        if (branch === undefined) continue;
        say.wrong(view.at(pointer), {
          severity: 'warning',
          sentence: `${entry} follows ${branch}, so it can change without a change here.`,
          hint: 'Pin it to a tag or a commit.',
        });
      }
    }
  },
};

const branches = /^(?:refs\/heads\/.*|HEAD|main|master|develop|trunk|latest)$/;

/** What an address follows; undefined when it is pinned, as far as an address shows. */
function followed(entry: string): string | undefined {
  const query = /[?&](?:ref|version)=([^&]*)/.exec(entry)?.[1];
  if (query !== undefined && query !== '') return branches.test(query) ? `the branch ${query}` : undefined;
  if (isFile(entry)) {
    const branch = /\/(?:blob\/|raw\/)?(refs\/heads\/[^/]+|HEAD|main|master|latest)\//.exec(entry)?.[1];
    return branch === undefined ? undefined : `"${branch}"`;
  }
  return 'the default branch';
}

/** kustomize fetches an address of a YAML file as it is, and clones everything else. */
function isFile(entry: string): boolean {
  return /^https?:\/\/[^?]*\.(?:ya?ml|json)(?:\?|$)/.test(entry);
}
