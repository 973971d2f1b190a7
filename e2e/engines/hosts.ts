/** The built page on three hosts: one that isolates it by headers, one that sends none, one whose service worker fails too. */
import { preview } from 'vite';
import { openPlainHost } from '../plainHost.ts';

export interface Hosts {
  /** Addresses, ending in '/'. */
  readonly isolated: string;
  readonly plain: string;
  readonly unisolated: string;
  close(): Promise<void>;
}

export async function openHosts(): Promise<Hosts> {
  const isolated = await preview({ preview: { port: 0 }, logLevel: 'warn' });
  const plain = await openPlainHost('/');
  const unisolated = await openPlainHost('/');
  unisolated.change((path, content) => (path === 'offline.worker.js' ? Buffer.from('throw new Error()') : content));
  const [address] = isolated.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error('the preview has no address');
  return {
    isolated: address,
    plain: plain.url,
    unisolated: unisolated.url,
    close: async () => void (await Promise.all([isolated.close(), plain.stop(), unisolated.stop()])),
  };
}
