/** What git is told everywhere: nothing of this machine's settings, and who writes the rehearsal's commits. */
export const gitEnvironment = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  GIT_AUTHOR_NAME: 'Seatrial',
  GIT_AUTHOR_EMAIL: 'rehearsal@seatrial.invalid',
  GIT_COMMITTER_NAME: 'Seatrial',
  GIT_COMMITTER_EMAIL: 'rehearsal@seatrial.invalid',
} as const;
