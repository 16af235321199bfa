import type { Explanation } from '../../findings/finding.ts';

/** Codes of the findings about Argo CD's objects. */
export const argoCdExplanations: readonly Explanation[] = [
  {
    code: 'SEA2001',
    title: 'An application waits for one that an ApplicationSet generates',
    meaning:
      'Order between applications is made of sync waves in the root Application: a wave begins when all objects of the wave before it are healthy. An ApplicationSet counts as healthy once it has generated its Applications, long before these are healthy themselves, so nothing can wait for them.',
    fix: 'Leave the application that is waited for out of the ApplicationSet. It is then an Application of its own, and the root waits for its health.',
  },
  {
    code: 'SEA2002',
    title: 'Two applications of one ApplicationSet cannot be ordered',
    meaning:
      'One ApplicationSet is one object in one sync wave of the root. It generates all of its Applications at the same time.',
    fix: 'Leave the application that is waited for out of the ApplicationSet.',
  },
  {
    code: 'SEA2003',
    title: 'Labels cannot select the clusters of an application',
    meaning:
      'A clusters generator finds clusters by the labels of their Secrets: one label for each environment that a cluster carries, and the labels that the model gives the cluster. Another cluster of the environment carries all the labels that the wanted ones have in common, so the generator would place the application there too.',
    fix: 'Give the wanted clusters a label that no other cluster of the environment has, or use the list generator.',
  },
  {
    code: 'SEA2004',
    title: 'A clusters generator cannot say a difference between clusters',
    meaning:
      'A clusters generator has one entry for each application and environment. What it generates may differ from cluster to cluster only by the name of the cluster.',
    fix: 'Make the field the same on all clusters of the environment, or use the list generator, which writes every placement out.',
  },
  {
    code: 'SEA2005',
    title: 'An ApplicationSet deletes objects that were to stay',
    meaning:
      'Unless an ApplicationSet preserves resources on deletion, its controller adds the finalizer that deletes the objects of an Application to every Application that has none.',
    fix: 'Set preserveResourcesOnDeletion on the ApplicationSet, or leave the application out of it.',
  },
  {
    code: 'SEA2006',
    title: 'An application waits for one that another Argo CD syncs',
    meaning:
      'Each Argo CD orders only the Applications of its own root. Where it does not sync the application that is waited for, it waits for nothing.',
    fix: 'Place the other application under the same Argo CD too, or order the two by hand.',
  },
];
