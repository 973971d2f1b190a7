/**
 * The page's policy for Trusted Types: no text becomes HTML or code, and a script that is started (a worker, the service
 * worker) comes from this origin. Imported first.
 */

interface Rules {
  createHTML(html: string): string;
  createScriptURL(address: string): string;
}

interface PolicyFactory {
  createPolicy(name: 'default', rules: Rules): unknown;
}

(globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('default', {
  createHTML(html) {
    // React Aria empties what it reads aloud this way.
    if (html !== '') throw new TypeError('text is not drawn as HTML here');
    return html;
  },
  createScriptURL(address) {
    const { href, origin } = new URL(address, document.baseURI);
    if (origin !== location.origin) throw new TypeError(`${href.slice(0, 120)} is no script of this page`);
    return href;
  },
});
