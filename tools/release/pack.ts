// `node tools/release/pack.ts <folder>`: the packages as tarballs, as `npm install` takes them. Nothing is published.
import { packAll } from './pack-all.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Name the folder for the tarballs: node tools/release/pack.ts /tmp/packages');
  process.exitCode = 2;
} else {
  for (const tarball of packAll(folder)) console.log(tarball);
}
