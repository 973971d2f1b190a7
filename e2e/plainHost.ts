/** A host that only sends files, under a sub-path, such as GitHub Pages: no header of its own. It can go away, and change. */
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

const dist = process.env['LAB_DIST'] ?? join(import.meta.dirname, '..', 'dist');

export interface PlainHost {
  /** Of the page, ending in '/'. */
  readonly url: string;
  /** From now on files are served as `change` makes them. */
  change(change: (path: string, content: Buffer) => Buffer): void;
  /** A newer version is published: its scripts have other names, and those of the version before are gone. */
  deploy(): void;
  /** From now on files whose path `isLost` says yes to are answered with 404. */
  lose(isLost: (path: string) => boolean): void;
  /** As if the network were gone. */
  stop(): Promise<void>;
}

/** @param folder '/' or '/name/' */
export async function openPlainHost(folder: string): Promise<PlainHost> {
  let changed = (_path: string, content: Buffer): Buffer => content;
  let isGone = (_path: string): boolean => false;
  let version = 1;
  const scripts = readdirSync(join(dist, 'assets')).filter((name) => name.endsWith('.js'));
  const renamed = (name: string): string => (version === 1 ? name : name.replace(/\.js$/, `_${version}.js`));
  /** The file of the build that is published under a path; null = none. */
  const built = (path: string): string | null => {
    const script = scripts.find((name) => path === `assets/${renamed(name)}`);
    if (script !== undefined) return `assets/${script}`;
    return scripts.some((name) => path === `assets/${name}`) ? null : path;
  };
  const published = (path: string, content: Buffer): Buffer => {
    if (version === 1 || !/\.(html|js)$/.test(path)) return content;
    const text = scripts.reduce((before, name) => before.replaceAll(name, renamed(name)), String(content));
    return Buffer.from(text.replace(/("revision":")(\w+","url":"index\.html")/, `$1v${version}$2`));
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname.startsWith(folder) ? pathname.slice(folder.length) : '\0';
    const path = normalize(inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside);
    const file = built(path);
    if (file === null || isGone(path)) {
      response.writeHead(404).end();
      return;
    }
    readFile(join(dist, file)).then(
      (content) => {
        const type = TYPES[extname(path)] ?? 'application/octet-stream';
        response
          .writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600' })
          .end(changed(path, published(path, content)));
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${folder}`,
    change: (change) => (changed = change),
    deploy: () => void version++,
    lose: (isLost) => (isGone = isLost),
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
