import { aRuntimeClassIsThere } from '../../src/references/a-runtime-class-is-there.ts';
import { describeClass } from './support/describe-class.ts';
import { workload } from './support/told.ts';

describeClass({
  check: aRuntimeClassIsThere,
  apiVersion: 'node.k8s.io/v1',
  kind: 'RuntimeClass',
  wellKnown: 'gvisor',
  asking: (runtimeClassName) => workload('api', { runtimeClassName }),
  field: '/spec/template/spec/runtimeClassName',
});
