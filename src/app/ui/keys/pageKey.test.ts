import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isPageKey } from './pageKey.ts';

/** An element that is, or lies in, one of `kinds`. */
class FakeElement {
  readonly #kinds: readonly string[];

  constructor(...kinds: readonly string[]) {
    this.#kinds = kinds;
  }

  closest(selectors: string): FakeElement | null {
    return selectors.split(', ').some((selector) => this.#kinds.includes(selector)) ? this : null;
  }
}

beforeEach(() => void vi.stubGlobal('Element', FakeElement));
afterEach(() => void vi.unstubAllGlobals());

const pressed = (more: object = {}) => ({ key: 's', target: new FakeElement(), ...more }) as unknown as KeyboardEvent;

describe('a key is the page’s', () => {
  it('unless the browser, a script of input or somebody else has taken it', () => {
    expect(isPageKey(pressed())).toBe(true);
    for (const taken of ['ctrlKey', 'metaKey', 'altKey', 'isComposing', 'defaultPrevented']) {
      expect(isPageKey(pressed({ [taken]: true })), taken).toBe(false);
    }
  });

  it('once, when it is held down, unless it may come again', () => {
    expect(isPageKey(pressed({ repeat: true }))).toBe(false);
    expect(isPageKey(pressed({ repeat: true }), true)).toBe(true);
  });

  it('unless what has the focus takes every key; radio buttons take arrows only', () => {
    const pressedIn = (kind: string, key: string) => pressed({ target: new FakeElement(kind), key });
    for (const key of ['s', 'ArrowLeft']) {
      for (const kind of ['textarea', '[role="dialog"]']) expect(isPageKey(pressedIn(kind, key)), kind).toBe(false);
    }
    expect(isPageKey(pressedIn('[role="radiogroup"]', ' '))).toBe(true);
    expect(isPageKey(pressedIn('[role="radiogroup"]', 'ArrowLeft'))).toBe(false);
  });
});
