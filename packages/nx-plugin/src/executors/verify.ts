import { batchOf, executorOf } from './run-batch.ts';

export default executorOf('verify');
export const batch = batchOf('verify');
