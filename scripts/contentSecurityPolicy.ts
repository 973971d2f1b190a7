/**
 * What the page may load and run: its own files, WebAssembly, and nothing else. Sent as a header with every answer of
 * `npm start`, and written into the page for hosts that send no headers.
 */
import type { Plugin } from 'vite';

const SOURCES: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  // Charts and popovers place their parts by style attributes.
  'style-src': "'self' 'unsafe-inline'",
  'font-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
};

/** For documents only: ORT starts its threads by plain addresses from inside our workers. */
const DOCUMENT_SOURCES: Readonly<Record<string, string>> = {
  ...SOURCES,
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default',
};

const write = (sources: Readonly<Record<string, string>>): string =>
  Object.entries(sources)
    .map(([directive, source]) => `${directive} ${source}`)
    .join('; ');

export const contentSecurityPolicy = write(SOURCES);

/** In the built page; `vite dev` runs inline scripts of its own. */
export function contentSecurityPolicyInPage(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: write(DOCUMENT_SOURCES) },
        injectTo: 'head-prepend',
      },
    ],
  };
}
