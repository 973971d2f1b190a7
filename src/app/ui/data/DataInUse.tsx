/** What the next run will use, kind by kind: own rows, or the lab's own where there are none. */
import { Button } from 'react-aria-components';
import type { DataKind } from '../../../world/ownData/types.ts';
import { saveFile } from '../../client/saveFile.ts';
import { removeData } from '../../store/experiment/dataActions.ts';
import { useLab } from '../../store/store.ts';
import { ConfirmButton } from '../controls/ConfirmButton.tsx';
import { type KindWords, kinds } from './kinds.ts';

export function DataInUse() {
  return kinds.map((words) => <KindInUse key={words.kind} words={words} />);
}

function KindInUse({ words: { kind, title, use, columns, example } }: { readonly words: KindWords }) {
  const count = useLab((state) => state.experiment.document.data[kind].length);
  const first = useLab((state) => firstText(kind, state.experiment.document.data));
  return (
    <section aria-label={title}>
      <h2>
        {title}: {count > 0 ? <span className="number">{count.toLocaleString('en')} of yours</span> : 'the lab’s own'}
      </h2>
      <p className="muted">{use}</p>
      {first !== undefined && <p className="first-row">{first}</p>}
      <p className="muted">
        Columns: <span className="number">{columns}</span>
      </p>
      <div className="button-row">
        <Button className="button" onPress={() => saveFile(`${kind}.jsonl`, example)}>
          Example file
        </Button>
        {count > 0 && (
          <ConfirmButton
            label="Remove"
            question={`Remove ${count.toLocaleString('en')} rows?`}
            onConfirm={() => removeData(kind)}
          />
        )}
      </div>
    </section>
  );
}

function firstText(
  kind: DataKind,
  data: { readonly [Kind in DataKind]: readonly (string | { readonly prompt: string })[] },
): string | undefined {
  const [first] = data[kind];
  return typeof first === 'object' ? first.prompt : first;
}
