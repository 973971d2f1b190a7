/**
 * What the visitor looks at. The theme is remembered in this browser; nothing else is.
 */
import { shortened } from '../../errors.ts';
import type { PolicyId } from '../../lab/pipeline.ts';
import type { CardId, Notice, Theme } from './state.ts';
import { ofThisBrowser } from '../client/browserValues.ts';
import { labStore, updateSlice } from './store.ts';

const THEME_KEY = 'rlhf-lab/theme';
let noticeCount = 0;

export function selectStage(stage: CardId): void {
  updateSlice('ui', () => ({ stage }));
}

/** @param columns null = as the lab chooses */
export function chooseColumns(columns: readonly PolicyId[] | null): void {
  updateSlice('ui', () => ({ columns }));
}

/** Shows the draws of a prompt, or hides them. */
export function togglePrompt(id: string): void {
  updateSlice('ui', ({ openPrompts }) => ({
    openPrompts: openPrompts.includes(id) ? openPrompts.filter((other) => other !== id) : [...openPrompts, id],
  }));
}

export function setSmoothing(smoothing: number): void {
  updateSlice('ui', () => ({ smoothing }));
}

export function setLogScale(isLogScale: boolean): void {
  updateSlice('ui', () => ({ isLogScale }));
}

/** Of a text longer than a person reads, beginning and end. @returns its id, for dismissNotice */
export function addNotice(tone: Notice['tone'], message: string): string {
  const text = shortened(message);
  const notice: Notice = { id: `notice-${++noticeCount}`, tone, text };
  updateSlice('ui', ({ notices }) => ({ notices: [...notices.filter((other) => other.text !== text), notice] }));
  return notice.id;
}

export function dismissNotice(id: string): void {
  updateSlice('ui', ({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

export function setTheme(theme: Theme): void {
  updateSlice('ui', () => ({ theme }));
  applyTheme();
  try {
    ofThisBrowser.setItem(THEME_KEY, theme);
  } catch {
    // No room left: the theme is forgotten; that is all.
  }
}

export function restoreTheme(): void {
  const stored = ofThisBrowser.getItem(THEME_KEY);
  const theme: Theme | null = stored === 'light' || stored === 'dark' ? stored : null;
  updateSlice('ui', () => ({ theme }));
  applyTheme();
}

/** What is on screen now: the visitor's choice, else the system's. */
export function shownTheme(): Theme {
  const { theme } = labStore.getState().ui;
  return theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

function applyTheme(): void {
  const { theme } = labStore.getState().ui;
  if (theme) document.documentElement.dataset.theme = theme;
}
