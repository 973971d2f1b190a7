/**
 * The page's policy for Trusted Types: no text becomes HTML or code, and a script that is started (a worker, the service
 * worker) comes from this origin. Imported first.
 */

interface PolicyFactory {
  createPolicy(name: 'default', rules: { createScriptURL(address: string): string }): unknown;
}

(globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('default', {
  createScriptURL(address) {
    const { href, origin } = new URL(address, document.baseURI);
    if (origin !== location.origin) throw new TypeError(`${href.slice(0, 120)} is no script of this page`);
    return href;
  },
});
