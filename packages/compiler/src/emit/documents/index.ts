export { emitDocuments } from './emit-documents.ts';
export { failoverMessage } from './role-swap.ts';
