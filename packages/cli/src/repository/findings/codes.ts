import type { Explanation } from '@seatrial/compiler';

/** Codes of what is said about a repository before its objects are checked. */
export const codes = {
  cannotBuild: 'SEA3801',
  missingFile: 'SEA3802',
  cycle: 'SEA3803',
  patchFindsNothing: 'SEA3804',
  objectTwice: 'SEA3805',
  malformedKustomization: 'SEA3806',
  tooMuch: 'SEA3807',
  outside: 'SEA3808',
  unsetVariable: 'SEA3809',
  missingPath: 'SEA3810',
  missingVariables: 'SEA3811',
  nothingToCheck: 'SEA3812',
  notDecrypted: 'SEA3813',
  unreadableFile: 'SEA3814',
} as const;

export const repositoryExplanations: readonly Explanation[] = [
  {
    code: codes.cannotBuild,
    title: 'kustomize cannot build a kustomization',
    meaning:
      'Real kustomize refuses the folder, so nothing of it would reach a cluster, and nothing of it was checked.',
    fix: 'Correct what the finding names; `kustomize build FOLDER` says the same in its own words.',
  },
  {
    code: codes.missingFile,
    title: 'A kustomization names a file or folder that is not there',
    meaning:
      'An entry of resources, components, patches or a generator leads to nothing. kustomize refuses the whole kustomization, and those that use it.',
    fix: 'Correct the path, which counts from the folder of the kustomization, or take the entry out. A file that .gitignore names is not there for an engine.',
  },
  {
    code: codes.cycle,
    title: 'Kustomizations use each other in a circle',
    meaning:
      'A kustomization takes as its base a folder that it is itself a part of, so it could never be built.',
    fix: 'Take the entry out, or move what both need into a folder of its own.',
  },
  {
    code: codes.patchFindsNothing,
    title: 'A patch does not fit the objects',
    meaning:
      'The object that a patch is for is not among the resources, or the place in the object that it changes is not there. kustomize refuses the whole kustomization.',
    fix: 'Compare kind, name and namespace of the patch with the resources, before prefixes and suffixes are added; a path of a JSON patch must exist up to its last step.',
  },
  {
    code: codes.objectTwice,
    title: 'An object comes twice',
    meaning: 'Two files bring an object of the same kind, namespace and name. kustomize refuses that.',
    fix: 'Take one of them out, or rename it.',
  },
  {
    code: codes.malformedKustomization,
    title: 'A kustomization file is malformed',
    meaning:
      'The file has a field that kustomize does not know, a value of the wrong shape, or nothing in it. kustomize refuses the folder.',
    fix: 'Correct the field. A component is listed in components, everything else in resources.',
  },
  {
    code: codes.tooMuch,
    title: 'A kustomization takes too long, or breaks kustomize',
    meaning:
      'kustomize did not end within the time that one kustomization gets, or it crashed. Engines have limits too: Argo CD gives up after 90 seconds.',
    fix: 'Split the kustomization into several; for a crash, look at what the finding names.',
  },
  {
    code: codes.outside,
    title: 'A kustomization reads a file that it may not read',
    meaning:
      'kustomize reads files only in and below the folder of the kustomization, and nothing outside the repository can be relied on.',
    fix: 'Move the file, or make the other folder a base of its own and list that.',
  },
  {
    code: codes.unsetVariable,
    title: 'A variable of Flux has no value',
    meaning:
      'The object holds ${NAME}, and neither postBuild.substitute nor the ConfigMaps and Secrets of substituteFrom give it a value. Flux 2.9 and newer refuse the whole Kustomization; older ones write nothing in its place.',
    fix: 'Give the variable a value or a default (${NAME:=value}). Write $${NAME} for text that is meant as it is, or annotate the object with kustomize.toolkit.fluxcd.io/substitute: disabled.',
  },
  {
    code: codes.missingPath,
    title: 'An engine is sent to a path that is not there',
    meaning:
      'A Flux Kustomization points to a folder of this repository that does not exist, so it never syncs.',
    fix: 'Correct spec.path, which counts from the root of the source.',
  },
  {
    code: codes.missingVariables,
    title: 'The variables of a Flux Kustomization are not there',
    meaning:
      'substituteFrom names a ConfigMap or Secret that nothing in this repository makes. Unless something else makes it, Flux refuses the Kustomization.',
    fix: 'Add it in the namespace of the Kustomization, correct the name, or set optional: true.',
  },
  {
    code: codes.nothingToCheck,
    title: 'There is nothing to check',
    meaning: 'No kustomization, manifest, or object of an engine was found below the path.',
    fix: 'Give the path of a repository with manifests; templates and charts are not rendered.',
  },
  {
    code: codes.notDecrypted,
    title: 'An encrypted object is applied by something that does not decrypt it',
    meaning:
      'The object is encrypted with SOPS. Applied as it is, it carries values that nobody can use and a field that API servers refuse. Argo CD decrypts nothing without a plugin; Flux decrypts where the Kustomization has spec.decryption.',
    fix: 'Set spec.decryption in the Flux Kustomization; give the Argo CD source a plugin that decrypts; or keep the secret as a SealedSecret or an ExternalSecret.',
  },
  {
    code: codes.unreadableFile,
    title: 'A file was not read',
    meaning:
      'The file is there, and this user may not read it, or it is too large for any engine to apply. Nothing in it was checked.',
    fix: 'Make it readable, or split it into several files.',
  },
];
