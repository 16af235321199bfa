import { formatArgument, typeAndValue, type Argument, type Directive } from './go-argument.ts';

/**
 * Go's fmt.Sprintf for the arguments that OPA's sprintf hands it, with Go's words for what does not fit: `%!d(string=x)`,
 * `%!s(MISSING)`, `%!(EXTRA int=2)`. Source: Go, package fmt.
 */
export function goFormat(format: string, given: readonly Argument[]): string {
  let result = '';
  let end = 0;
  let next = 0;
  let reordered = false;
  const take = (): Argument | undefined => given[next++];
  for (const found of format.matchAll(directive)) {
    result += format.slice(end, found.index);
    end = found.index + found[0].length;
    const { flags = '', widthIndex, width, precisionIndex, precision, index, verb } = found.groups ?? {};
    let bad = false;
    const move = (to: string | undefined): void => {
      if (to === undefined) return;
      reordered = true;
      const number = Number(to);
      if (/^\d+$/.test(to) && number >= 1 && number <= given.length) next = number - 1;
      else bad = true;
    };
    move(widthIndex);
    const wide = width === '*' ? starred(take()) : textNumber(width);
    move(precisionIndex);
    const precise = precision === '.*' ? starred(take()) : textNumber(precision?.slice(1));
    move(index);
    if (Number.isNaN(wide)) result += '%!(BADWIDTH)';
    if (Number.isNaN(precise)) result += '%!(BADPREC)';
    if (verb === undefined) {
      result += '%!(NOVERB)';
      continue;
    }
    if (verb === '%') {
      result += '%';
      continue;
    }
    if (bad) {
      result += `%!${verb}(BADINDEX)`;
      continue;
    }
    const argument = take();
    if (argument === undefined) {
      result += `%!${verb}(MISSING)`;
      continue;
    }
    result += formatArgument(argument, directiveOf(verb, flags, wide, precise));
  }
  result += format.slice(end);
  if (reordered || next >= given.length) return result;
  return `${result}%!(EXTRA ${given
    .slice(next)
    .map((argument) => typeAndValue(argument))
    .join(', ')})`;
}

const directive =
  /%(?<flags>[-+# 0]*)(?:\[(?<widthIndex>[^\]]*)\](?=\*))?(?<width>\d+|\*)?(?:(?:\[(?<precisionIndex>[^\]]*)\](?=\.\*))?(?<precision>\.\*|\.\d*))?(?:\[(?<index>[^\]]*)\])?(?<verb>.)?/gsu;

function directiveOf(
  verb: string,
  flags: string,
  width: number | undefined,
  precision: number | undefined,
): Directive {
  const left = flags.includes('-') || (width ?? 0) < 0;
  return {
    verb,
    left,
    plus: flags.includes('+'),
    sharp: flags.includes('#'),
    space: flags.includes(' '),
    zero: flags.includes('0') && !left,
    width: Math.abs(known(width) ?? 0),
    ...(known(precision) === undefined || (precision ?? 0) < 0 ? {} : { precision: known(precision) ?? 0 }),
  };
}

function known(number: number | undefined): number | undefined {
  return number === undefined || Number.isNaN(number) ? undefined : number;
}

function textNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** A width or precision of `*` is taken from the arguments; NaN where that is no whole number of a size that Go takes. */
function starred(argument: Argument | undefined): number {
  if (argument?.type !== 'int') return Number.NaN;
  const number = Number(argument.value);
  return Math.abs(number) > 1_000_000 ? Number.NaN : number;
}
