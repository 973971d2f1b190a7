/** What a chart draws: lines of metrics, and ticks on its x axis. */
export interface ChartLine {
  /** Metric key. */
  readonly key: string;
  /** Direct label; '' = the chart's title says it. */
  readonly name: string;
  readonly hue: string;
  readonly isSmoothed?: boolean;
  /** Sparse curves show their points. */
  readonly hasDots?: boolean;
  /** A pattern of its own, where lines share a hue. */
  readonly dash?: string;
  /** Its newest value isn't in the title line, where there is room for two. */
  readonly isQuiet?: boolean;
}

/** A tick on the x axis. */
export interface ChartMark {
  readonly step: number;
  /** What was changed there; '' = the completions were drawn. */
  readonly text: string;
  /** What is drawn after it is of something else: a line through the chart that says of what. */
  readonly isBorder?: boolean;
}
