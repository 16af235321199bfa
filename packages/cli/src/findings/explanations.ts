import type { Explanation } from '@seatrial/compiler';

/** Codes of what the commands themselves find: `verify` (SEA4…) and reading a model (SEA6…). */
export const cliExplanations: readonly Explanation[] = [
  {
    code: 'SEA4001',
    title: 'The tree does not yield an object of the model',
    meaning:
      'Real kustomize, or helm, built the committed tree, and an object that the model means is not in the result.',
    fix: 'Run `seatrial compile` and commit the result. If the tree is fresh, it is a defect of seatrial: please report it.',
  },
  {
    code: 'SEA4002',
    title: 'The tree yields an object that is not in the model',
    meaning:
      'Real kustomize, or helm, built the committed tree, and the result holds an object that the model does not mean.',
    fix: 'Run `seatrial compile` and commit the result. If the tree is fresh, it is a defect of seatrial: please report it.',
  },
  {
    code: 'SEA4003',
    title: 'The tree yields another value than the model means',
    meaning:
      'An object that kustomize or helm makes of the committed tree differs from the resolved object in this field.',
    fix: 'Run `seatrial compile` and commit the result. If the tree is fresh, it is a defect of seatrial: please report it.',
  },
  {
    code: 'SEA4004',
    title: 'kustomize cannot build a folder of the tree',
    meaning:
      'A file of the tree is missing or was changed, so that nothing is known about the objects of this folder.',
    fix: 'Run `seatrial compile --check` to see which file it is, then `seatrial compile`.',
  },
  {
    code: 'SEA4005',
    title: 'helm cannot render a chart from the tree',
    meaning:
      'A value file of the tree is missing or was changed, so that nothing is known about the objects of this chart.',
    fix: 'Run `seatrial compile --check` to see which file it is, then `seatrial compile`.',
  },
  {
    code: 'SEA6001',
    title: 'A value of the model is no data',
    meaning:
      'A model is plain data: strings, numbers, booleans, lists and objects. A function, a symbol, NaN or an object that contains itself has no meaning in a tree.',
    fix: 'Call the function whose result you mean, or write the value itself.',
  },
  {
    code: 'SEA6002',
    title: 'A Kustomize base cannot be built',
    meaning:
      'The application uses a folder of yours as it is, and real kustomize refuses to build that folder.',
    fix: 'Run `kustomize build` on the folder and correct what it says. Bases that need the network, helm or plugins cannot be used.',
  },
  {
    code: 'SEA6003',
    title: 'A fleet does not have the name of its folder',
    meaning:
      'The fleet in environments/<name> owns clusters/<name>. With another name it would write into the tree of another fleet.',
    fix: 'Give the fleet the name of its folder, or rename the folder.',
  },
  {
    code: 'SEA6004',
    title: 'helm cannot render a chart',
    meaning:
      'The chart is in the cache, and the real helm refuses to render it with the values of this placement.',
    fix: 'Correct the values in the model, or use another version of the chart.',
  },
  {
    code: 'SEA6005',
    title: 'A model cannot be run',
    meaning:
      'A file of the model is no valid TypeScript, throws while it runs, reads a file that is not there, or exports no fleet. ' +
      'Nothing is known about the fleet. Only reports carry this code: on a terminal the sentence says it all.',
    fix: 'Correct the line that the sentence names.',
  },
];
