/** Argo CD refuses it too. The message is a clause: `there is no function "lowr"`. */
export class Refused extends Error {}

/** Argo CD may take it, but what it makes is not known here. The message is a clause: `the function now is not rendered here`. */
export class NotRendered extends Error {}
