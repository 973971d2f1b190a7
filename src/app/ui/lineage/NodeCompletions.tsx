/** What checkpoints wrote to the display prompts when they were kept, or were last asked. */
import type { CheckpointNode } from '../../../lab/lineage/types.ts';
import { letterOf, NodeHeads } from './NodeHeads.tsx';
import { nodeHue, nodeName } from './nodeWords.ts';

export function NodeCompletions({ chosen }: { readonly chosen: readonly CheckpointNode[] }) {
  const prompts = [...new Set(chosen.flatMap(({ completions }) => completions.map(({ prompt }) => prompt)))];
  if (prompts.length === 0) {
    return <p className="muted">No completions are kept. Press Draw completions to ask the display prompts.</p>;
  }
  return (
    <table className="diff node-completions" aria-label="Completions">
      <NodeHeads chosen={chosen} first="Prompt" />
      <tbody>
        {prompts.map((prompt) => (
          <tr key={prompt}>
            <th scope="row">{questionOf(prompt)}</th>
            {chosen.map(({ id, stage, completions }, index) => (
              <td
                key={id}
                data-label={`${letterOf(index, chosen.length)} ${nodeName({ id, stage })}`}
                style={{ '--hue': nodeHue(stage) }}
              >
                {completions.find((one) => one.prompt === prompt)?.text.trim() ?? <span className="muted">–</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Without the chat frame. */
function questionOf(prompt: string): string {
  return prompt.replace(/^User: /, '').replace(/\nAssistant:\s*$/, '');
}
