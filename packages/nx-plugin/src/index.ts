export { createNodes } from './graph/create-nodes.ts';
export { preTasksExecution } from './hooks/pre-tasks-execution.ts';
