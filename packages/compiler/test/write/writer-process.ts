/** Started by killed-write.slow-test.ts: writes one version of the tree, to be killed in the middle of it. */
import { treeLocation } from '../../src/write/tree-location.ts';
import { writeTree } from '../../src/write/write-tree.ts';
import { killedTree } from './killed-tree.ts';

const [root = '', version = ''] = process.argv.slice(2);
process.stdout.write('begin\n');
await writeTree(treeLocation(root, 'shop'), killedTree(version));
