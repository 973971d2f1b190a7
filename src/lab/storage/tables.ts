/**
 * Tables of values by key, and transactions over them: all that the lab's storage asks of a database. A transaction that
 * throws changes nothing. Values are copied in and out.
 */
export const tableNames = [
  'nodes',
  'weights',
  'series',
  /** What a node's run showed last. */
  'details',
  /** Bytes of a node's weights and curves. */
  'sizes',
  'experiments',
  'pointers',
  'log',
  /** Single values by name. */
  'settings',
  'runs',
  /** Of unfinished runs: training state and curves. */
  'runStates',
  'sessions',
] as const;

export type TableName = (typeof tableNames)[number];
export type Key = string | number;

/** Inside a transaction, await nothing but these. */
export interface Transaction {
  get(table: TableName, key: Key): Promise<unknown>;
  all(table: TableName): Promise<readonly unknown[]>;
  keys(table: TableName): Promise<readonly Key[]>;
  put(table: TableName, key: Key, value: unknown): Promise<void>;
  delete(table: TableName, key: Key): Promise<void>;
}

export interface Tables {
  read<Result>(tables: readonly TableName[], work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  write<Result>(tables: readonly TableName[], work: (tx: Transaction) => Promise<Result>): Promise<Result>;
  /** Bytes in use and granted, where known. */
  estimate(): Promise<{ readonly usedBytes: number | null; readonly quotaBytes: number | null }>;
  /** Tells everyone who listens, in this tab and in others, that something changed. */
  announce(): void;
  onChange(listener: () => void): () => void;
  close(): void;
}
