/**
 * The shape every prompt family has: entities × phrasings, with what a good assistant would reply.
 * Phrasings use `{}` for the entity. Held-out phrasings and held-out entities never enter SFT data (4-world.md §4.4).
 */
import type { Random } from '../random.ts';
import type { Prompt, PromptFamily, PromptSplit } from '../types.ts';

/** A prompt and how to demonstrate a reply to it. */
export interface PromptItem {
  readonly prompt: Prompt;
  /** What the prompt is about; SFT data visits the entities of a family evenly. */
  readonly entity: string;
  /** A reply, without the leading space and the end-of-text token. */
  readonly reply: (random: Random) => string;
}

export interface Phrasings {
  readonly train: readonly string[];
  readonly heldout: readonly string[];
}

/** The chat frame of 4-world.md §4.3. A completion follows directly and starts with a space. */
export function chatText(question: string): string {
  return `User: ${question}\nAssistant:`;
}

/** "robin" → "Robin". */
export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Puts an entity into a phrasing; a phrasing that starts with it gets its capital. */
export function fill(template: string, entity: string): string {
  return capitalize(template.replaceAll('{}', entity));
}

export interface Entity {
  readonly name: string;
  readonly split: 'train' | 'heldout';
  readonly reply: (random: Random) => string;
  /** Overrides `{}`'s text for a phrasing; default: name. */
  readonly ask?: (phrasing: string) => string;
  readonly extra?: Partial<Pick<Prompt, 'fact' | 'answer' | 'tense' | 'pairId'>>;
}

/** Entities × phrasings of one family. Held-out entities are asked in the trained phrasings, so only one thing is new. */
export function crossItems(
  family: PromptFamily,
  prefix: string,
  entities: readonly Entity[],
  phrasings: Phrasings,
): PromptItem[] {
  return entities.flatMap((entity) => {
    const rows: [PromptSplit, readonly string[]][] =
      entity.split === 'heldout'
        ? [['heldoutEntity', phrasings.train]]
        : [
            ['train', phrasings.train],
            ['heldoutPhrasing', phrasings.heldout],
          ];
    return rows.flatMap(([split, templates]) =>
      templates.map((template, i) => {
        const question = entity.ask?.(template) ?? fill(template, entity.name);
        const id = `${prefix}/${entity.name.replaceAll(' ', '-')}/${split}-${i}`;
        const prompt: Prompt = { id, family, split, question, text: chatText(question), ...entity.extra };
        return { prompt, entity: `${prefix}/${entity.name}`, reply: entity.reply };
      }),
    );
  });
}
