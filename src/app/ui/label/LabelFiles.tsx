/** Labels to and from a file. A file with bad rows lists them and waits for a word. */
import { Button, FileTrigger } from 'react-aria-components';
import { setLabels } from '../../store/label/labelActions.ts';
import { dropLabelFile, exportLabels, importLabels, takeLabelFile } from '../../store/label/labelFileActions.ts';
import { useLab } from '../../store/store.ts';
import { ConfirmButton } from '../controls/ConfirmButton.tsx';
import { ProblemRows } from './ProblemRows.tsx';

export function LabelFiles() {
  const count = useLab((state) => state.experiment.document.labels.length);
  const file = useLab((state) => state.bench.file);
  return (
    <section aria-label="Label files">
      <h2>Files</h2>
      <div className="button-row">
        <Button className="button" isDisabled={count === 0} onPress={() => void exportLabels()}>
          Export JSONL
        </Button>
        <FileTrigger
          acceptedFileTypes={['.jsonl', '.ndjson', 'application/x-ndjson', 'text/plain']}
          onSelect={(files) => [...(files ?? [])].slice(0, 1).forEach((chosen) => void importLabels(chosen))}
        >
          <Button className="button">Import JSONL</Button>
        </FileTrigger>
        <ConfirmButton
          label="Remove all"
          question={`Remove all ${count} labels?`}
          isDisabled={count === 0}
          onConfirm={() => setLabels([])}
        />
      </div>
      {file && file.problems.length > 0 && (
        <div role="alert">
          <p>
            {file.name}: {file.labels.length} good rows, {file.problems.length} that can’t be used. Nothing is changed
            yet.
          </p>
          <ProblemRows problems={file.problems} total={file.problems.length} />
          <div className="button-row">
            <Button className="button" isDisabled={file.labels.length === 0} onPress={takeLabelFile}>
              Skip the bad rows, add {file.labels.length}
            </Button>
            <Button className="button" onPress={dropLabelFile}>
              Leave the file
            </Button>
          </div>
        </div>
      )}
    </section>
  );
}
