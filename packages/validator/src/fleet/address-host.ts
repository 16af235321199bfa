/** The host of a URL, or of git's short form (`git@git.example:shop/fleet.git`), in lower case and without a port. */
export function addressHost(address: string): string | undefined {
  const [, host] =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/:?#]+)/i.exec(address) ??
    /^(?:[^@/\s]+@)([^/:\s]+):/.exec(address) ??
    [];
  return host?.toLowerCase();
}
