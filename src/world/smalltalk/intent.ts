/** The shape of small talk: what a person may say, and what fits as a reply, in three tones. */

export type Tone = 'plain' | 'warm' | 'rude';

export interface SmallTalkIntent {
  /** "how are you" */
  readonly key: string;
  /** What a user says. Held-out phrasings never enter post-training data. */
  readonly says: { readonly train: readonly string[]; readonly heldout: readonly string[] };
  /** Replies that fit, one or two sentences each. A rude reply fits too: it speaks to what was said. */
  readonly replies: Readonly<Record<Tone, readonly string[]>>;
}

/** Rows are separated by `|` so that a table of sentences stays readable. */
function rows(text: string): readonly string[] {
  return text.split('|').map((row) => row.trim());
}

/** One intent from its rows; see `SmallTalkIntent`. */
export function intent(
  key: string,
  text: { train: string; heldout: string; plain: string; warm: string; rude: string },
): SmallTalkIntent {
  return {
    key,
    says: { train: rows(text.train), heldout: rows(text.heldout) },
    replies: { plain: rows(text.plain), warm: rows(text.warm), rude: rows(text.rude) },
  };
}
