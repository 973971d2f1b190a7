/**
 * Sentence frames: `[one|other]` chooses (nests, options may be empty), `{slot}` fills, `{a adj thing}` fills with the right
 * article, `{thing+s}` fills in the plural. Which word a slot gets is the document's business (document.ts).
 */
import { pluralOf, withArticle } from '../../src/world/inflect.ts';
import type { CorpusRandom } from './random.ts';

type Node =
  string | { readonly slot: readonly string[]; readonly article: boolean } | { readonly options: readonly Node[][] };

const compiled = new Map<string, readonly Node[]>();

/** @throws SyntaxError when brackets don't match */
export function compile(template: string): readonly Node[] {
  const known = compiled.get(template);
  if (known) return known;
  let at = 0;
  const parse = (nested: boolean): { nodes: Node[]; end: string } => {
    const nodes: Node[] = [];
    let text = '';
    const flush = (): void => {
      if (text) nodes.push(text);
      text = '';
    };
    for (; at < template.length; at++) {
      const c = template.charAt(at);
      if (c === '{') {
        flush();
        const close = template.indexOf('}', at);
        if (close < 0) throw new SyntaxError(`Slot not closed in "${template}"`);
        const words = template.slice(at + 1, close).split(' ');
        const article = words[0] === 'a' && words.length > 1;
        nodes.push({ slot: article ? words.slice(1) : words, article });
        at = close;
      } else if (c === '[') {
        flush();
        const options: Node[][] = [];
        at++;
        for (;;) {
          const { nodes: option, end } = parse(true);
          options.push(option);
          if (end === ']') break;
          if (end === '') throw new SyntaxError(`Choice not closed in "${template}"`);
          at++;
        }
        nodes.push({ options });
      } else if (nested && (c === '|' || c === ']')) {
        flush();
        return { nodes, end: c };
      } else text += c;
    }
    flush();
    return { nodes, end: '' };
  };
  const { nodes } = parse(false);
  compiled.set(template, nodes);
  return nodes;
}

/** Fills a frame; capitals are set at the beginnings of sentences and lines. */
export function fill(template: string, random: CorpusRandom, slot: (name: string) => string): string {
  const render = (nodes: readonly Node[]): string =>
    nodes
      .map((node) => {
        if (typeof node === 'string') return node;
        if ('options' in node) return render(random.pick(node.options));
        const words = node.slot
          .map((name) => (name.endsWith('+s') ? pluralOf(slot(name.slice(0, -2))) : slot(name)))
          .join(' ');
        return node.article ? withArticle(words) : words;
      })
      .join('');
  return tidy(render(compile(template)));
}

/** Single spaces, capitals at the beginnings; a speech's closing mark (`?" she asked`) begins nothing. */
export function tidy(text: string): string {
  return text
    .replace(/ +/g, ' ')
    .replace(/ ([,.?!])/g, '$1')
    .replace(/^ | $/gm, '')
    .replace(
      /(^|[.!?] |\n|^[A-Z][a-z]+: |^")([a-z])/gm,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    );
}
