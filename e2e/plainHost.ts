/** A host that only sends files, under a sub-path, such as GitHub Pages: no header of its own. It can go away, and change. */
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
  /** As if the network were gone. */
  stop(): Promise<void>;
}

/** @param folder '/' or '/name/' */
export async function openPlainHost(folder: string): Promise<PlainHost> {
  let changed = (_path: string, content: Buffer): Buffer => content;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const inside = pathname.startsWith(folder) ? pathname.slice(folder.length) : '\0';
    const path = normalize(inside === '' || inside.endsWith('/') ? `${inside}index.html` : inside);
    readFile(join(dist, path)).then(
      (content) => {
        const type = TYPES[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'cache-control': 'max-age=600' }).end(changed(path, content));
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${folder}`,
    change: (change) => (changed = change),
    stop: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
