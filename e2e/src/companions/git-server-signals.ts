/** What the git server's program is told where it cannot simply be ended: in a container, which would lose its address. */
export const goAway = 'SIGHUP';
export const comeBack = 'SIGUSR2';
