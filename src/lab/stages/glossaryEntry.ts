/** One word of the field, as tooltips and the glossary page show it. */
export interface GlossaryEntry {
  readonly id: string;
  readonly label: string;
  /** Its place among the words to know first, from 1. */
  readonly core?: number;
  /** One or two plain sentences. */
  readonly plain: string;
  /** The exact definition, when there is one. */
  readonly exact?: string;
  readonly healthy?: string;
  readonly source?: string;
}
