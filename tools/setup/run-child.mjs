import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Runs a program to its end and yields its exit code, 128 + n where signal n ended it, 3 where it cannot be started.
 * A signal to this process ends the child and everything the child has started; `grace` is how long the child may take to
 * end by itself, in milliseconds.
 */
export function runChild(program, args, { grace = 5000, ...options } = {}) {
  return new Promise((resolve) => {
    // A process group of its own, so that a signal reaches grandchildren too, whoever sent it and to whom.
    const child = spawn(program, args, { stdio: 'inherit', ...options, detached: true });
    let interruptedBy;
    const forward = (signal) => {
      interruptedBy ??= signal;
      end(child, signal);
      setTimeout(() => end(child, 'SIGKILL'), grace).unref();
    };
    for (const signal of passedOn) process.on(signal, forward);
    const finish = (code) => {
      for (const signal of passedOn) process.off(signal, forward);
      resolve(code);
    };
    child.on('error', (error) => {
      process.stderr.write(`${program} cannot be started (${error.code}): install it and run this again.\n`);
      finish(3);
    });
    child.on('exit', (code, signal) => {
      if (interruptedBy !== undefined) end(child, 'SIGKILL');
      const by = interruptedBy ?? signal;
      finish(by === null ? code : 128 + constants.signals[by]);
    });
  });
}

function end({ pid }, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended already.
  }
}
