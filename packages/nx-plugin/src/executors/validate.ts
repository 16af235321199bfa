import { batchOf, executorOf } from './run-batch.ts';

export default executorOf('validate');
export const batch = batchOf('validate');
