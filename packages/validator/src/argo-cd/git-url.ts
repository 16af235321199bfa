/** One form for the addresses of a git repository, as Argo CD compares them. Source: NormalizeGitURL, util/git/git.go. */
export function normalizedGitUrl(url: string): string {
  let address = url.trim().toLowerCase();
  if (/^(ssh:\/\/)?([^/:]*?)@[^@]+$/.test(address) && !address.startsWith('ssh://'))
    address = `ssh://${address.replace(':', '/')}`;
  return escapedUrl(address.replace(/\.git$/, '')).replace(/^ssh:\/\//, '');
}

/**
 * A URL as Go's net/url writes it back: a path with a character that does not belong there, a `{` for example, is
 * escaped as a whole, so that no glob in it works any more. Empty where Go refuses the URL.
 */
function escapedUrl(url: string): string {
  const [, host = '', path = '', rest = ''] =
    /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)?([^?#]*)(.*)$/s.exec(url) ?? [];
  if (/[{}|\\^"<>` ]/.test(host) || (host === '' && /^[^/]*:/.test(path))) return '';
  if (/^[\w\-.~!$&'()*+,;=:@/[\]%]*$/.test(path)) return url;
  const escaped = encodeURIComponent(path).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return (
    host + escaped.replaceAll(/%(24|26|2B|2C|2F|3A|3B|3D|40)/g, (code) => decodeURIComponent(code)) + rest
  );
}
