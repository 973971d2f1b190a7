/** The completions in large type: the base model beside what the stage has made of it, as many prompts as fit. */
import { hueOf } from '../../stages/hues.ts';
import type { CardId } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
import { usePresentedTexts } from './usePresentedTexts.ts';

/** Readable from the last row only if they are few. */
const PROMPTS = 4;

export function PresentTexts({ card }: { readonly card: CardId }) {
  const { prompts, columns } = usePresentedTexts(card);
  const document = useLab((state) => state.experiment.document);
  return (
    <section className="present-texts" aria-label="Completions">
      <table>
        <thead>
          <tr>
            <th scope="col">Prompt</th>
            {columns.map(({ id, title, note }) => (
              <th key={id} scope="col" style={{ '--hue': hueOf(document, id) }}>
                <span className="column-dot" /> {title} <span className="present-note">{note}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {prompts.slice(0, PROMPTS).map(({ id, question }) => (
            <tr key={id}>
              <th scope="row">{question}</th>
              {columns.map((column) => (
                <td
                  key={column.id}
                  data-label={`${column.title} ${column.note}`}
                  style={{ '--hue': hueOf(document, column.id) }}
                >
                  {column.texts[id] ?? ''}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
