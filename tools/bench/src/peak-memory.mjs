// Preloaded into a measured Node process: reports its peak resident memory, in bytes, on file descriptor 3 when it exits.
import { writeSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

// The operating system counts the whole process, so its threads need not report.
if (isMainThread) process.on('exit', () => writeSync(3, String(process.resourceUsage().maxRSS * 1024)));
