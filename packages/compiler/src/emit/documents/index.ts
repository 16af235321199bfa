export { emitDocuments } from './emit-documents.ts';
