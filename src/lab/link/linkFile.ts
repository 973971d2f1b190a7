/**
 * The same content as a link, as a file that people can read: `.rlhflab.json`, plain JSON with a version and a checksum.
 * Who edits it by hand removes the line "checksum".
 */
import { z } from 'zod';
import { InvalidInputError } from '../../errors.ts';
import { canonicalJson } from '../run/checkpointId.ts';
import { checksum } from './checksum.ts';
import { readContent, writeContent } from './content.ts';
import { readJson } from './safeJson.ts';
import type { SharedRun } from './sharedRun.ts';

const VERSION = 1;
const FORMAT = 'rlhflab';
export const LINK_FILE_ENDING = '.rlhflab.json';
/** Characters of a file at most. */
const LARGEST = 256e6;

const fileSchema = z.strictObject({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  checksum: z.string().optional(),
  content: z.record(z.string(), z.unknown()),
});

export function writeLinkFile(run: SharedRun): string {
  const content = writeContent(run);
  const file = { format: FORMAT, version: VERSION, checksum: checksum(canonicalJson(content)), content };
  return `${JSON.stringify(file, null, 1)}\n`;
}

/** Whether parsed JSON says that it is such a file. */
export function isLinkFile(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'format' in json && json.format === FORMAT;
}

/** @param name for messages · @throws InvalidInputError */
export function readLinkFile(text: string, name = 'the file'): SharedRun {
  if (text.length > LARGEST)
    throw new InvalidInputError(`${name} is larger than ${LARGEST / 1e6} MB: share fewer rows of data`);
  const json = readJson(text, name);
  const file = fileSchema.safeParse(json);
  if (!file.success) {
    throw new InvalidInputError(
      isLinkFile(json)
        ? `${name} is damaged, its frame is not as the lab writes it: ask for it again`
        : `${name} is not an experiment that was shared, it has no "format": "${FORMAT}": choose a ${LINK_FILE_ENDING} file`,
    );
  }
  const { version, checksum: sum, content } = file.data;
  if (version > VERSION) {
    throw new InvalidInputError(
      `${name} was made by a newer version of the lab (format ${version}, this one reads ${VERSION}): reload the page to get the newest version`,
    );
  }
  if (sum !== undefined && sum !== checksum(canonicalJson(content))) {
    throw new InvalidInputError(
      `${name} is damaged or was edited, its checksum doesn't fit its content: ask for it again, or remove the line "checksum" if you edited it`,
    );
  }
  return readContent(content, name);
}
