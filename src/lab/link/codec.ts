/**
 * A shared run as the fragment of an address, and back:
 *   #x=<version of this format>.<checksum of the JSON>.<the JSON, packed>
 * Whatever is wrong with a link is an InvalidInputError with one sentence that says what to do.
 */
import { InvalidInputError } from '../../errors.ts';
import { canonicalJson } from '../run/checkpointId.ts';
import { checksum } from './checksum.ts';
import { readContent, writeContent } from './content.ts';
import { pack, unpack } from './packed.ts';
import { readJson } from './safeJson.ts';
import type { SharedRun } from './sharedRun.ts';

const VERSION = 1;
/** Characters of a fragment that still pass through chats, mails and QR codes; above it a file is the better way. */
export const LINK_LIMIT = 8192;
/** A link's JSON at most: some ten thousand times what fits a screen. */
const LARGEST_BYTES = 4e6;
/** DEFLATE seldom makes less than a thirtieth of JSON: what is longer isn't tried. */
const HOPELESS = 40 * LINK_LIMIT;

const AGAIN = 'ask for the link again, or for a .rlhflab.json file';
const CUT = 'the link is cut off at the end: copy the whole link, or ask for a .rlhflab.json file';

/** @returns `x=…`, what comes after the `#` */
export function encodeLink(run: SharedRun): string {
  return encodeJson(canonicalJson(writeContent(run)));
}

/** @returns `x=…`, or null where it would be longer than LINK_LIMIT */
export function encodeShortLink(run: SharedRun): string | null {
  const json = canonicalJson(writeContent(run));
  if (json.length > HOPELESS) return null;
  const link = encodeJson(json);
  return link.length <= LINK_LIMIT ? link : null;
}

/** Whether a text is meant to be a link: an address or fragment with `x=` behind the `#`. */
export function isLink(text: string): boolean {
  return /(^|#)x(=|%3d)/i.test(text.trim());
}

/**
 * @param text a whole address, a fragment with or without `#`; white space that a mail put in is ignored
 * @throws InvalidInputError
 */
export function decodeLink(text: string): SharedRun {
  const content = /(?:^|#)x(?:=|%3d)(.*)$/is.exec(text.trim())?.[1]?.replace(/\s+/g, '');
  if (content === undefined)
    throw new InvalidInputError(`there is no experiment in this link, it has no "#x=": ${AGAIN}`);
  const [version = '', sum = '', packed = '', ...more] = content.split('.');
  if (/^\d{1,6}$/.test(version) && Number(version) > VERSION) {
    throw new InvalidInputError(
      `the link was made by a newer version of the lab (format ${version}, this one reads ${VERSION}): reload the page to get the newest version, or ask for a .rlhflab.json file`,
    );
  }
  if (version !== String(VERSION)) throw new InvalidInputError(`the link is damaged at its beginning: ${AGAIN}`);
  if (packed === '') throw new InvalidInputError(CUT);
  const unpacked = more.length > 0 ? ({ trouble: 'damaged' } as const) : unpack(packed, LARGEST_BYTES);
  if ('trouble' in unpacked) throw new InvalidInputError(troubles[unpacked.trouble]);
  if (checksum(unpacked.text) !== sum) throw new InvalidInputError(troubles.damaged);
  return readContent(readJson(unpacked.text, 'the link'), 'the link');
}

const troubles = {
  cut: CUT,
  large: `the link unpacks to more than ${LARGEST_BYTES / 1e6} MB, which no link of this lab does: ask for a .rlhflab.json file`,
  damaged: `the link is damaged, its checksum doesn't fit its content: ${AGAIN}`,
};

function encodeJson(json: string): string {
  return `x=${VERSION}.${checksum(json)}.${pack(json)}`;
}
