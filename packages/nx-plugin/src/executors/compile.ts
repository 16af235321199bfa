import { batchOf, executorOf } from './run-batch.ts';

export default executorOf('compile');
export const batch = batchOf('compile');
