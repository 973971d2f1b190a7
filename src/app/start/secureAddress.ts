/** Plain http to another machine: the browser withholds what training needs (threads, locks, hashes), so nothing is started. */
import { updateSlice } from '../store/store.ts';

/** @returns whether it is refused; the page then says what to do, and everything that is only read works */
export function refuseInsecureAddress(): boolean {
  if (isSecureContext) return false;
  const { host, pathname } = location;
  updateSlice('session', () => ({
    problem: {
      name: 'InsecureAddress',
      happened: `Over plain http a browser doesn't let a page train. Open https://${host}${pathname} if this host offers it, or run the lab on this machine: npm start, then http://localhost:5173.`,
      kept: 'What this browser stored for other addresses is untouched.',
      nextDevice: null,
      isFinal: true,
    },
  }));
  return true;
}
