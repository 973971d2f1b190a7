/**
 * Numbers as people read them: at most three significant digits, always with a unit where there is one.
 */
import type { MetricUnit } from '../../rlhf/metrics/types.ts';

/** `0.00150` → `1.5e-3`, `1234.5` → `1,230`, `0.834` → `0.834`. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return '0';
  if (value < 0) return `-${formatNumber(-value)}`;
  if (value < 0.01) return trimExponent(value.toExponential(1));
  if (value >= 100) return Number(value.toPrecision(3)).toLocaleString('en');
  return value.toPrecision(3);
}

/** A formatted number behind a minus sign: `-1.29` → `(-1.29)`. */
export function asTerm(number: string): string {
  return /^[-−]/.test(number) ? `(${number})` : number;
}

/** The value with its unit; a share in percent. */
export function formatMetric(value: number, unit: MetricUnit): string {
  switch (unit) {
    case 'share':
      return formatShare(value);
    case 'nats/token':
    case 'nats/completion':
    case 'nats/pair':
      return `${formatNumber(value)} nats`;
    case 'tokens':
      return value < 100 ? formatNumber(value) : formatCount(value);
    case 'nats²':
    case 'score':
    case 'reward':
    case 'norm':
    case 'per step':
    case 'number':
      return formatNumber(value);
  }
}

/** `0.834` → `83 %`, `0.993` → `99.3 %`, `0.0213` → `2.1 %`. */
export function formatShare(share: number): string {
  if (share === 0) return '0 %';
  if (share < 0) return `-${formatShare(-share)}`;
  const percent = share * 100;
  if (percent >= 99.95 || (percent >= 10 && percent < 99)) return `${percent.toFixed(0)} %`;
  if (percent >= 1) return `${percent.toFixed(1)} %`;
  return percent < 0.01 ? 'under 0.01 %' : `${percent.toPrecision(1)} %`;
}

/** `1043712` → `1.04 M`. */
export function formatCount(value: number): string {
  if (value >= 1e9) return `${formatNumber(value / 1e9)} G`;
  if (value >= 1e6) return `${formatNumber(value / 1e6)} M`;
  if (value >= 1e4) return `${formatNumber(value / 1e3)} k`;
  return Math.round(value).toLocaleString('en');
}

export function formatBytes(bytes: number): string {
  if (bytes >= 1e9) return `${formatNumber(bytes / 1e9)} GB`;
  if (bytes >= 1e6) return `${formatNumber(bytes / 1e6)} MB`;
  if (bytes >= 1e3) return `${formatNumber(bytes / 1e3)} kB`;
  return `${bytes} bytes`;
}

/** `95` → `1 min 35 s`; rounded up to 5 s beyond 20 s so that it doesn't flicker. */
export function formatDuration(seconds: number): string {
  if (seconds < 20) return `${Math.max(1, Math.ceil(seconds))} s`;
  const rounded = Math.ceil(seconds / 5) * 5;
  if (rounded < 60) return `${rounded} s`;
  const rest = rounded % 60;
  return rest === 0 ? `${rounded / 60} min` : `${Math.floor(rounded / 60)} min ${rest} s`;
}

function trimExponent(text: string): string {
  return text.replace('.0e', 'e');
}
