/** The link of the experiment as it is now, its QR code, and the file for what is too long; and the way back in. */
import { useState } from 'react';
import { Button, FileTrigger, Input, Label, Switch, TextField } from 'react-aria-components';
import { LINK_LIMIT } from '../../../lab/link/codec.ts';
import { LINK_FILE_ENDING, writeLinkFile } from '../../../lab/link/linkFile.ts';
import type { SharedRun } from '../../../lab/link/sharedRun.ts';
import { describeExtras, list } from '../../../lab/link/describe.ts';
import { titleOf } from '../../../lab/pipeline.ts';
import { saveFile } from '../../client/saveFile.ts';
import { openSharedFile } from '../../store/share/shareActions.ts';
import type { GatheredRun } from '../../store/share/shareRun.ts';
import { QrPart } from './QrPart.tsx';
import { useShared } from './useShared.ts';

export function ShareDialog() {
  const [hasCurves, setHasCurves] = useState(true);
  const { gathered, problem, link, bareLink } = useShared(hasCurves);
  if (problem !== null)
    return (
      <p role="alert">The link could not be made: {problem}. Everything is kept: close this and press Share again.</p>
    );
  if (!gathered) return <p className="muted">Making the link …</p>;
  const { run } = gathered;
  const curveCount = Object.keys(run.curves).length;
  return (
    <>
      <p>{describe(gathered)}</p>
      <span className="switch-line">
        Include my curves{curveCount === 0 && ' (there are none yet)'}
        <Switch
          className="switch"
          aria-label="Include my curves"
          isSelected={hasCurves && curveCount > 0}
          isDisabled={curveCount === 0}
          onChange={setHasCurves}
        />
      </span>
      {link === null ? (
        <p>
          This experiment is longer than the {LINK_LIMIT.toLocaleString('en')} characters a link may have: save it as a
          file and send that. It holds the same.
        </p>
      ) : (
        <LinkPart link={link} bareLink={bareLink} />
      )}
      <div className="button-row">
        <Button className={`button ${link === null ? 'button-primary' : ''}`} onPress={() => save(run, hasCurves)}>
          Save as file
        </Button>
        <FileTrigger
          acceptedFileTypes={['.json', 'application/json']}
          onSelect={(files) => [...(files ?? [])].slice(0, 1).forEach((chosen) => void openSharedFile(chosen))}
        >
          <Button className="button">Open a shared file</Button>
        </FileTrigger>
      </div>
    </>
  );
}

function LinkPart({ link, bareLink }: { readonly link: string; readonly bareLink: string | null }) {
  const [copied, setCopied] = useState<'yes' | 'no' | null>(null);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied('yes');
    } catch {
      setCopied('no');
    }
  };
  return (
    <>
      <TextField className="field" value={link} isReadOnly>
        <Label>Link</Label>
        <Input className="mono" onFocus={(event) => event.currentTarget.select()} />
      </TextField>
      <div className="button-row">
        <Button className="button button-primary" onPress={() => void copy()}>
          Copy
        </Button>
        <span className="muted number">{link.length.toLocaleString('en')} characters</span>
        <span role="status">
          {copied === 'yes' && 'Copied.'}
          {copied === 'no' && 'The browser refused: select the link and copy it by hand.'}
        </span>
      </div>
      <QrPart link={link} bareLink={bareLink} />
    </>
  );
}

function describe({ run, leftOut }: GatheredRun): string {
  const extras = ['every setting', 'the seed', ...describeExtras(run.experiment)];
  const digests = Object.keys(run.digest).map((id) => titleOf(run.experiment, id));
  const figures =
    digests.length > 0 ? ` So that others can check what they get, it also says what ${list(digests)} came to.` : '';
  const names = leftOut.map((id) => titleOf(run.experiment, id));
  const left =
    names.length > 0
      ? ` Not the results of ${list(names)}: settings, labels or data were changed since, or sliders moved while it trained.`
      : '';
  return `Whoever opens it has the same experiment: ${list(extras)}.${figures}${left}`;
}

function save(run: SharedRun, hasCurves: boolean): void {
  const base = run.name.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'experiment';
  saveFile(
    `${base}${LINK_FILE_ENDING}`,
    writeLinkFile({ ...run, curves: hasCurves ? run.curves : {} }),
    'application/json',
  );
}
