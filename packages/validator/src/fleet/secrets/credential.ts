/** Credentials that are known by their form. Each pattern asks for the whole of one, so that no example in a text is taken for it. */
const forms: readonly (readonly [what: string, pattern: RegExp])[] = [
  [
    'a private key',
    /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\\[rn]|\s)*[A-Za-z0-9+/=]{40}/,
  ],
  ['an AWS access key', /\b(?:AKIA|ASIA)(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}\b/],
  ['a GitHub token', /\b(?:gh[oprsu]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59})\b/],
  ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20}\b/],
  ['a Slack token', /\bxox[abprs]-\d{8,}-[0-9A-Za-z-]{20,}\b/],
  [
    'a Slack webhook',
    /\bhooks\.slack\.com\/services\/T(?!X+\/)[A-Z0-9]{8,}\/B[A-Z0-9]{8,}\/(?![xX]+\b)[A-Za-z0-9]{24}\b/,
  ],
  ['a Stripe key', /\b[rs]k_live_[0-9A-Za-z]{24,}\b/],
  ['a Google API key', /\bAIza[0-9A-Za-z_-]{35}\b/],
  ['a SendGrid key', /\bSG\.[0-9A-Za-z_-]{22}\.[0-9A-Za-z_-]{43}\b/],
  ['an age key', /\bAGE-SECRET-KEY-1[0-9A-Z]{58}\b/],
];

/** What every one of them has; most texts have none of it and are done after one look. */
const hint =
  /PRIVATE KEY|AKIA|ASIA|gh[oprsu]_|github_pat_|glpat-|xox|hooks\.slack|k_live_|AIza|SG\.|AGE-SECRET|:\/\/[^\s/]*@/;

/** What credential a text holds, as a sentence names it (never the credential itself); undefined: none that is obvious. */
export function credentialIn(text: string): string | undefined {
  if (!hint.test(text)) return undefined;
  const known = forms.find(([, pattern]) => pattern.test(text));
  return known?.[0] ?? (hasPasswordInUrl(text) ? 'a password in a URL' : undefined);
}

const urls = /[a-z][a-z0-9+.-]{1,20}:\/\/([^\s:@/"'`]*):([^\s:@/"'`]+)@[a-z0-9[]/gi;

function hasPasswordInUrl(text: string): boolean {
  return [...text.matchAll(urls)].some(([url, user = '', password = ''], _index) => {
    if (isReference(password) || /^(user(name)?|login|<.*>)$/i.test(user)) return false;
    const before = text.slice(0, text.indexOf(url));
    // A line that is a comment shows what a URL looks like.
    return !/^\s*(#|\/\/|;)/.test(before.slice(before.lastIndexOf('\n') + 1));
  });
}

/** Whether a value only says where the secret comes from, or is there to be replaced. */
export function isReference(value: string): boolean {
  const text = value.trim();
  return (
    text === '' ||
    /\$[({]|\{\{|<[^<>\n]*>|^\$|%\(|^%|\*\*\*|^(vault|ref\+|secretref|op|file|env):/i.test(text) ||
    /^(.)\1*$/.test(text) ||
    /^(true|false|yes|no|on|off|null|none|enabled|disabled)$/i.test(text)
  );
}

/** Whether the name of a field or a variable says that its value is a password: `adminPassword`, `DB_PASSWORD`. */
export function namesPassword(name: string): boolean {
  return (
    /(^|[a-z0-9_.-])(passwords?|passwd|passphrase)$/i.test(name) &&
    !/(allow|empty|no|disable|use|require)[a-z_.-]*passw/i.test(name)
  );
}
