/** What the page has stored in this browser, read past the page: the oracle of journeys about keeping. */
import type { Page } from '@playwright/test';

export interface StoredNode {
  readonly id: string;
  readonly stage: string;
  readonly totalSteps: number;
  readonly weightsDigest: string;
  /** Values of every metric, in order of the steps. */
  readonly curves: Readonly<Record<string, readonly number[]>>;
}

/** Every checkpoint but the shipped model, in order of creation. */
export function storedNodes(page: Page): Promise<readonly StoredNode[]> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('rlhf-lab');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('no database'));
    });
    const all = (table: string, what: 'getAll' | 'getAllKeys') =>
      new Promise<unknown[]>((resolve, reject) => {
        const request = database.transaction(table).objectStore(table)[what]();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(`no ${table}`));
      });
    const nodes = (await all('nodes', 'getAll')) as (StoredNode & { createdAt: string })[];
    const keys = await all('series', 'getAllKeys');
    const series = (await all('series', 'getAll')) as Record<string, { values: Float64Array }>[];
    database.close();
    const curvesOf = (id: string) =>
      Object.fromEntries(Object.entries(series[keys.indexOf(id)] ?? {}).map(([key, { values }]) => [key, [...values]]));
    return nodes
      .filter(({ stage }) => stage !== 'base')
      .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1))
      .map(({ id, stage, totalSteps, weightsDigest }) => ({
        id,
        stage,
        totalSteps,
        weightsDigest,
        curves: curvesOf(id),
      }));
  });
}

/** The steps up to which unfinished runs are kept. */
export function keptSteps(page: Page): Promise<readonly number[]> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('rlhf-lab');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('no database'));
    });
    const runs = await new Promise<{ step: number }[]>((resolve) => {
      const request = database.transaction('runs').objectStore('runs').getAll();
      request.onsuccess = () => resolve(request.result as { step: number }[]);
    });
    database.close();
    return runs.map(({ step }) => step);
  });
}
