import type { Explanation, Finding } from '../findings/finding.ts';
import { recordPath, type TreeLocation } from './tree-location.ts';

function finding(
  code: string,
  location: TreeLocation,
  file: string,
  sentence: string,
  hint: string,
): Finding {
  const place = file === '' ? { fleet: location.fleet } : { fleet: location.fleet, file };
  return { code, severity: 'error', sentence, hint, place };
}

function shown(location: TreeLocation, path: string): string {
  return path === '' ? location.shown : `${location.shown}/${path}`;
}

/** Somebody changed a generated file by hand. */
export function editedFile(location: TreeLocation, path: string): Finding {
  return finding(
    'SEA5001',
    location,
    path,
    `${shown(location, path)} is generated and was edited by hand; nothing was written.`,
    'Move the change into the model, then delete the file (or restore it with git) and compile again.',
  );
}

/** A file or folder that the compiler does not own stands where it wants to write. */
export function fileInTheWay(location: TreeLocation, path: string): Finding {
  return finding(
    'SEA5002',
    location,
    path,
    `${shown(location, path)} was not written by seatrial and is in the way of a generated file; nothing was written.`,
    'Move it elsewhere, or delete it and compile again.',
  );
}

/** A symbolic link that leads out of the tree, or stands where a generated file goes. */
export function linkInTree(location: TreeLocation, path: string, target: string, outside: boolean): Finding {
  return finding(
    'SEA5003',
    location,
    path,
    outside
      ? `${shown(location, path)} is a symbolic link that leads out of the tree, to ${target}; nothing was written.`
      : `${shown(location, path)} is a symbolic link where generated files go; nothing was written.`,
    'Replace the link by a real folder or file, or remove it.',
  );
}

/** The ownership record cannot be read, for example after a merge conflict. */
export function damagedRecord(location: TreeLocation): Finding {
  return finding(
    'SEA5004',
    location,
    recordPath,
    `${shown(location, recordPath)} is not a record of generated files; nothing was written.`,
    `Restore it with git (after a merge conflict: \`git checkout HEAD -- ${shown(location, recordPath)}\`), then compile again.`,
  );
}

/** `compile --check`: the committed file is not what the model gives. */
export function staleFile(location: TreeLocation, path: string): Finding {
  return finding('SEA5005', location, path, `${shown(location, path)} is stale.`, compileAgain);
}

/** `compile --check`: the model gives a file that is not there. */
export function missingFile(location: TreeLocation, path: string): Finding {
  return finding('SEA5006', location, path, `${shown(location, path)} is missing.`, compileAgain);
}

/** `compile --check`: a generated file that the model no longer gives. */
export function superfluousFile(location: TreeLocation, path: string): Finding {
  return finding(
    'SEA5007',
    location,
    path,
    `${shown(location, path)} is no longer part of the tree.`,
    compileAgain,
  );
}

const compileAgain = 'Run `seatrial compile` and commit what it writes.';

/** What `seatrial explain` says about the codes of this stage. */
export const writeExplanations: readonly Explanation[] = [
  {
    code: 'SEA5001',
    title: 'A generated file was edited by hand',
    meaning:
      'The file is in the record of generated files, and its content is neither what was written nor what the model gives now. The next compile would lose the edit, so nothing is written.',
    fix: 'Express the change in the model: a field, an override, or a patch of the object. Then delete the file, or restore it with `git checkout`, and compile again.',
  },
  {
    code: 'SEA5002',
    title: 'A hand-written file is in the way',
    meaning:
      'The compiler wants to write a file where another file or folder stands that it has not written.',
    fix: 'Move your file elsewhere, or delete it when the generated one replaces it, and compile again.',
  },
  {
    code: 'SEA5003',
    title: 'A symbolic link in the tree',
    meaning:
      'Writing through a link could change files outside the tree, and Argo CD refuses a repository with a link that leads out of it.',
    fix: 'Replace the link by a real folder or file, or remove it.',
  },
  {
    code: 'SEA5004',
    title: 'The record of generated files is damaged',
    meaning:
      'Without `.seatrial.json` the compiler cannot tell its own files from yours, so it writes and removes nothing.',
    fix: 'Restore the file with git. After a merge conflict take either side and compile again: the compiler brings it up to date.',
  },
  {
    code: 'SEA5005',
    title: 'A committed file is stale',
    meaning: 'The model gives another content than the file has, and nobody edited the file by hand.',
    fix: 'Run `seatrial compile` and commit the result.',
  },
  {
    code: 'SEA5006',
    title: 'A generated file is missing',
    meaning: 'The model gives a file that is not in the committed tree.',
    fix: 'Run `seatrial compile` and commit the result.',
  },
  {
    code: 'SEA5007',
    title: 'A file is no longer part of the tree',
    meaning:
      'The compiler wrote the file earlier, and the model no longer gives it. `seatrial compile` removes it.',
    fix: 'Run `seatrial compile` and commit the result.',
  },
];
