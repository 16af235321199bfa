import type { Explanation } from '@seatrial/compiler';
import { endlessAlias, unknownAlias } from './anchors.ts';
import { badCharacter } from './characters.ts';
import { conflictMarker } from './conflict-markers.ts';
import { notUtf8 } from './decode.ts';
import { tooDeep } from './depth.ts';
import { duplicateKey } from './duplicate-keys.ts';
import { badEscape } from './escapes.ts';
import { keyNotText } from './keys.ts';
import { badMerge } from './merge-keys.ts';
import { notFiniteNumber } from './not-finite.ts';
import { notAnObject } from './objects-of.ts';
import { parserDoubt } from './parser-doubt.ts';
import { noObjects } from './read-source.ts';
import { doubtfulScalar } from './scalar-doubt.ts';
import { lostDocument } from './separators.ts';
import { notYaml } from './syntax.ts';
import { tabbed } from './tabs.ts';
import { tagged } from './tags.ts';
import { unrenderedTemplate } from './unrendered-template.ts';

/** What `seatrial explain` says of the codes that the strict reader gives. */
export const sourceExplanations: readonly Explanation[] = [
  notUtf8,
  badCharacter,
  notYaml,
  tabbed,
  conflictMarker,
  unrenderedTemplate,
  lostDocument,
  duplicateKey,
  unknownAlias,
  endlessAlias,
  keyNotText,
  doubtfulScalar,
  notFiniteNumber,
  tagged,
  tooDeep,
  badMerge,
  notAnObject,
  noObjects,
  badEscape,
  parserDoubt,
];
