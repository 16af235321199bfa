import type { TemplateFunction } from './arguments.ts';
import { builtins } from './builtins.ts';
import { textFunctions } from './text-functions.ts';
import { valueFunctions } from './value-functions.ts';

/** Every function that is rendered here. */
export const functions: Readonly<Record<string, TemplateFunction>> = {
  ...builtins,
  ...textFunctions,
  ...valueFunctions,
};

/** Whether Argo CD has a function of that name. */
export function isKnownFunction(name: string): boolean {
  return Object.hasOwn(functions, name) || others.has(name);
}

/**
 * The functions that Argo CD has and that are not rendered here: of Go's text/template, of sprig 3.3.0 without those that
 * Argo CD takes out (`env`, `expandenv`, `getHostByName`), and of its own.
 */
const others = new Set(
  `and call html js or slice slugify
  abbrev abbrevboth add1f addf adler32sum ago b32dec b32enc base bcrypt biggest buildCustomCert camelcase ceil chunk
  clean date dateInZone dateModify date_in_zone date_modify decryptAES deepCopy deepEqual derivePassword dir divf duration
  durationRound encryptAES ext float64 floor genCA genCAWithKey genPrivateKey genSelfSignedCert
  genSelfSignedCertWithKey genSignedCert genSignedCertWithKey hello htmlDate htmlDateInZone htpasswd initials isAbs
  kebabcase maxf merge mergeOverwrite minf mulf mustAppend mustChunk mustCompact mustDateModify must_date_modify mustDeepCopy mustFirst
  mustFromJson mustHas mustInitial mustLast mustMerge mustMergeOverwrite mustPrepend mustPush mustRegexFind mustRegexFindAll
  mustRegexMatch mustRegexReplaceAll mustRegexReplaceAllLiteral mustRegexSplit mustRest mustReverse mustSlice
  mustToDate mustToJson mustToPrettyJson mustToRawJson mustUniq mustWithout now osBase osClean osDir osExt osIsAbs
  plural pluck push randAlpha randAlphaNum randAscii randBytes randInt randNumeric regexFindAll regexQuoteMeta regexSplit
  round semver semverCompare seq set sha512sum shuffle snakecase splitn subf swapcase toDate toDecimal toPrettyJson
  toRawJson toStrings trimall typeIs typeIsLike typeOf unixEpoch unset until untilStep untitle urlJoin urlParse
  uuidv4 wrap wrapWith`.split(/\s+/),
);
