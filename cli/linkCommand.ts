/** `lab link`: an experiment as a link, or as a file where it is too long for one. */
import { InvalidInputError } from '../src/errors.ts';
import { encodeLink, encodeShortLink, LINK_LIMIT } from '../src/lab/link/codec.ts';
import { LINK_FILE_ENDING, writeLinkFile } from '../src/lab/link/linkFile.ts';
import { changeExperiment, type ExperimentChanges } from './changes.ts';
import { readExperiment } from './experimentFile.ts';
import { checkWritable, writeFile } from './writeFiles.ts';

export interface LinkCommandOptions extends ExperimentChanges {
  readonly name?: string;
  readonly page?: string;
  readonly out?: string;
  /** --no-curves */
  readonly curves: boolean;
}

export function linkCommand(what: string, options: LinkCommandOptions): void {
  const shared = changeExperiment(readExperiment(what), options);
  const run = { ...shared, name: options.name ?? shared.name, curves: options.curves ? shared.curves : {} };
  const address = pageAddress(options.page);
  if (options.out !== undefined) {
    checkWritable(options.out);
    writeFile(options.out, writeLinkFile(run));
    return;
  }
  const link = encodeShortLink(run);
  if (link === null) {
    throw new InvalidInputError(
      `the link would have ${encodeLink(run).length.toLocaleString('en')} characters, more than ${LINK_LIMIT.toLocaleString('en')}: write a file with --out experiment${LINK_FILE_ENDING}${options.curves ? ', or leave the curves out with --no-curves' : ''}`,
    );
  }
  process.stdout.write(`${address}#${link}\n`);
}

/** Without its fragment. */
function pageAddress(page: string | undefined): string {
  if (page === undefined) return '';
  if (!URL.canParse(page) || !/^https?:$/.test(new URL(page).protocol)) {
    throw new InvalidInputError(
      `--page is "${page}": give the whole address of the page, such as https://example.org/lab/`,
    );
  }
  const url = new URL(page);
  url.hash = '';
  return url.href;
}
