/** One form for the addresses of a git repository, as Argo CD compares them. Source: NormalizeGitURL, util/git/git.go. */
export function normalizedGitUrl(url: string): string {
  let address = url.trim().toLowerCase();
  if (/^(ssh:\/\/)?([^/:]*?)@[^@]+$/.test(address) && !address.startsWith('ssh://'))
    address = `ssh://${address.replace(':', '/')}`;
  return address.replace(/\.git$/, '').replace(/^ssh:\/\//, '');
}
