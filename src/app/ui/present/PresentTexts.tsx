/** The completions in large type: the base model beside what the stage has made of it, as many prompts as fit. */
import { hueOf } from '../../stages/hues.ts';
import type { CardId } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';
import { PromptChooser } from './PromptChooser.tsx';
import { usePresentedTexts } from './usePresentedTexts.ts';

export function PresentTexts({ card }: { readonly card: CardId }) {
  const { prompts, shown, columns } = usePresentedTexts(card);
  const asked = prompts.filter(({ id }) => shown.includes(id));
  const document = useLab((state) => state.experiment.document);
  return (
    <section className="present-texts" aria-label="Completions" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">
              <PromptChooser prompts={prompts} shown={shown} />
            </th>
            {columns.map(({ id, title, note }) => (
              <th key={id} scope="col" style={{ '--hue': hueOf(document, id) }}>
                <span className="column-dot" /> {title} <span className="present-note">{note}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {asked.map(({ id, question }) => (
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
