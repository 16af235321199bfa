import type { Explanation } from './finding.ts';

/** What a wrong model is told. Codes are stable: a code keeps its meaning, and a retired one is not used again. */
export const modelExplanations: readonly Explanation[] = [
  {
    code: 'SEA1001',
    title: 'A value of the model is not accepted',
    meaning:
      'A field is missing, is not known, or holds a value of the wrong shape. Overrides are merged first, so the place that is named is the last one that wrote the value.',
    fix: 'Correct the field. Types say the same in the editor; values that come from other files or from JSON are only checked here.',
  },
  {
    code: 'SEA1002',
    title: 'The fleet is empty',
    meaning:
      'A fleet without clusters or without applications has nothing to compile. An empty tree would make the engine delete everything.',
    fix: 'Name at least one cluster and one application. To retire a fleet, remove its folder in environments/ and then its tree.',
  },
  {
    code: 'SEA1003',
    title: 'A name refers to nothing',
    meaning:
      'after, on, failover, an override or an ApplicationSet names a cluster, environment, application or component that the fleet does not have.',
    fix: 'Correct the name; the finding says which names there are.',
  },
  {
    code: 'SEA1004',
    title: 'A versions file is not accepted',
    meaning:
      'The file has images and charts, each a map from a name to a version. Something in it is not that.',
    fix: 'Correct the entry that the finding names.',
  },
  {
    code: 'SEA1005',
    title: 'Applications wait for each other',
    meaning: 'The after of several applications makes a circle, so none of them could ever start.',
    fix: 'Take one name out of one after. If two applications really need each other, they are one application.',
  },
  {
    code: 'SEA1006',
    title: 'More than one hub',
    meaning:
      'A hub runs the one Argo CD that syncs the whole fleet. With two of them it is open which one owns what.',
    fix: 'Keep one cluster with role hub. A fleet without a hub has an Argo CD on each cluster.',
  },
  {
    code: 'SEA1007',
    title: 'A custom resource without its definition',
    meaning:
      'An object is placed on a cluster, and the application whose chart defines its kind is not placed there.',
    fix: 'Place the defining application on that cluster too, or leave the object out there.',
  },
  {
    code: 'SEA1008',
    title: 'No version for an image or a chart',
    meaning:
      'The model gives no tag, digest, version or revision, and neither does the versions file of the environment.',
    fix: 'Add the entry to the versions file that the finding names, or write the version in the model.',
  },
  {
    code: 'SEA1009',
    title: 'Not exactly one of several fields',
    meaning:
      'Some fields exclude each other: the ways of a probe, the sources of a volume or of a chart, the two forms of a disruption budget, a service of type ClusterIP and node ports.',
    fix: 'Give exactly one. An override merges objects, so it removes the other one with null.',
  },
  {
    code: 'SEA1010',
    title: 'A port or volume that is not there',
    meaning:
      'A probe, service, ingress, monitor or mount names a port or a volume that its workload does not have.',
    fix: 'Add it, or correct the name.',
  },
  {
    code: 'SEA1011',
    title: 'A field that the ingress controller does not know',
    meaning: 'public, healthPath and a certificate ARN are settings of the AWS load balancer controller.',
    fix: 'Leave the field out, set class to alb, or use the annotations of your controller.',
  },
  {
    code: 'SEA1012',
    title: 'An autoscaler with min above max',
    meaning: 'An API server refuses such a HorizontalPodAutoscaler.',
    fix: 'Swap the two, or raise max. Look at the overrides of the placement: they may change only one of them.',
  },
  {
    code: 'SEA1013',
    title: 'A hook needs what comes after it',
    meaning:
      'A PreSync hook runs before anything of the sync is applied. If it reads a Secret that an ExternalSecret of the same application makes, the first deployment never gets past the hook.',
    fix: 'Run the hook on Sync with a wave after the ExternalSecret, or let an application that comes first make the Secret.',
  },
  {
    code: 'SEA1014',
    title: 'A plain text secret',
    meaning: 'Whatever is in a tree is in git, readable for everyone who reads the repository, for ever.',
    fix: 'Use externalSecrets, or an encrypted form such as a SealedSecret. Change the secret if it was pushed.',
  },
  {
    code: 'SEA1015',
    title: 'A patch selects nothing',
    meaning:
      'kustomize is silent about a patch whose target does not exist; here it is an error, because the change that you meant does not happen.',
    fix: 'Correct Kind/name; the finding lists what the application makes.',
  },
  {
    code: 'SEA1016',
    title: 'A patch cannot be applied',
    meaning: 'An operation of a JSON patch has a path that leads nowhere in the object.',
    fix: 'Compare the path with the object as seatrial model prints it. add creates the last step of a path only.',
  },
  {
    code: 'SEA1017',
    title: 'Two components make one object',
    meaning: 'Two components of one application make an object of the same kind, namespace and name.',
    fix: 'Rename one of them, or leave one out.',
  },
  {
    code: 'SEA1018',
    title: 'Two placements own one object',
    meaning:
      'On one cluster, two placements make the same object. Their engines would undo each other for ever, and pruning one would delete it for the other.',
    fix: 'Give one of them another namespace or name, or make the object in one application only.',
  },
  {
    code: 'SEA1019',
    title: 'An unused entry in a versions file',
    meaning:
      'Nothing in the environment uses the image or chart of that name. Most often the name is misspelt, or the image has a tag in the model, which wins.',
    fix: 'Correct the name or take the entry out.',
  },
  {
    code: 'SEA1020',
    title: 'An unknown Kubernetes version',
    meaning: 'There are no schemas for this version, so nothing could be checked against it.',
    fix: 'Write a minor version that the finding lists, or an exact patch release of one.',
  },
  {
    code: 'SEA1021',
    title: 'An override of a component that another one leaves out',
    meaning:
      'An override of the environment or role leaves the component out with null, and a later one changes it. Merged, a fragment of it would come back.',
    fix: 'Write null in the later override too, or take the null away. Overrides apply in the order environment, role, cluster.',
  },
  {
    code: 'SEA1022',
    title: 'An application in two ApplicationSets',
    meaning:
      'An ApplicationSet generates all placements of its applications. Two of them would generate the same Applications and take turns in overwriting them.',
    fix: 'Keep the application in one ApplicationSet. Two applications that share their components go into two.',
  },
  {
    code: 'SEA1023',
    title: 'Two placements with one name',
    meaning:
      'A placement is named by application, environment and cluster, joined with "-". Two of them come out the same, and the engine would take them for one.',
    fix: 'Rename one of the applications or environments.',
  },
];
