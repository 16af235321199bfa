/** Applications with policies: none where the fleet is compared with cdk8s; the harness writes another file into its workspace. */
export const policies = {};
