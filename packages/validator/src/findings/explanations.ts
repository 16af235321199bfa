import type { Explanation } from '@seatrial/compiler';
import { codes } from './codes.ts';

/** What `seatrial explain` says of the codes that schemas give. */
export const schemaExplanations: readonly Explanation[] = [
  {
    code: codes.doesNotMatch,
    title: 'An object does not match its schema',
    meaning:
      "The object breaks the schema of its kind in the cluster's own Kubernetes version, or in the definition that the cluster gets: " +
      'a field has the wrong type, is missing, is out of range, or does not exist. An API server would refuse the object, or drop the field.',
    fix: 'Correct the field that the finding names. A field that does not exist is often a misspelt one, or one level too high or too low.',
  },
  {
    code: codes.malformedKind,
    title: 'The apiVersion or kind of an object is malformed',
    meaning:
      'Without a well-formed apiVersion ("v1", "apps/v1") and kind ("Deployment") an object cannot be sent to any API server.',
    fix: 'Write both as the documentation of the kind does; kinds begin with a capital letter.',
  },
  {
    code: codes.notServed,
    title: 'The cluster does not serve this kind',
    meaning:
      'The Kubernetes version of the cluster, or the definition that the cluster gets, has no such kind in this apiVersion: it was removed, ' +
      'is not there yet, or is misspelt. Syncing the object would fail.',
    fix: "Use the apiVersion that the finding names, or change the cluster's Kubernetes version in the model.",
  },
  {
    code: codes.notCheckable,
    title: 'Objects could not be checked against their schema',
    meaning:
      'A schema is there, but it could not be read, does not compile, or kubeconform gave up on the object. The objects count as not checked.',
    fix: 'Run "seatrial prepare" again. Where the schema comes from a CustomResourceDefinition of your own, correct the definition.',
  },
  {
    code: codes.noSchema,
    title: 'Objects were not checked: no schema is known for their kind',
    meaning:
      'Neither the Kubernetes version of the cluster nor the definitions that its charts and bases install bring this kind, so nothing can be ' +
      'said about its fields. The objects count as not checked, never as passed.',
    fix: 'Add the chart or base that installs the definition to the fleet, so that its schema is known, or accept the gap.',
  },
  {
    code: codes.engineFailed,
    title: 'The schema engine failed',
    meaning:
      'kubeconform did not start, stopped, or gave no answer in time. What was waiting for it counts as not checked.',
    fix: 'Run the command again; if it fails again, run "seatrial doctor", which tries the engine on its own.',
  },
  {
    code: codes.notJson,
    title: 'An object holds a value that JSON cannot hold',
    meaning:
      'A number that is not finite, a date, bytes, or an endless nesting cannot be written to a tree or sent to an API server.',
    fix: 'Write the value as a string or a finite number; bytes belong into a base64 string.',
  },
];
