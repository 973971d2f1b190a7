/**
 * Short texts the browser keeps by name. Where it keeps none (site data blocked: reading the property already throws) they
 * last as long as the page. The only place that touches localStorage and sessionStorage; `setItem` throws when they are full.
 */
export type BrowserValues = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface OpenedValues extends BrowserValues {
  /** false: a reload forgets them. */
  readonly outlivePage: boolean;
}

/** For every visit from this browser. */
export const ofThisBrowser = open(() => localStorage);
/** For this tab, reloads included. */
export const ofThisTab = open(() => sessionStorage);

/** @param store throws where the browser keeps nothing */
export function open(store: () => BrowserValues): OpenedValues {
  try {
    const values = store();
    values.getItem('');
    return {
      outlivePage: true,
      getItem: (name) => values.getItem(name),
      setItem: (name, text) => values.setItem(name, text),
      removeItem: (name) => values.removeItem(name),
    };
  } catch {
    return inMemory();
  }
}

function inMemory(): OpenedValues {
  const values = new Map<string, string>();
  return {
    outlivePage: false,
    getItem: (name) => values.get(name) ?? null,
    setItem: (name, text) => void values.set(name, text),
    removeItem: (name) => void values.delete(name),
  };
}
