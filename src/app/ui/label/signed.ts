/** A contribution with its sign and two decimals: `+0.62`, `−0.07`, `0`. A true minus sign lines up with the plus. */
export function formatSigned(value: number): string {
  const size = Math.abs(value).toFixed(2);
  if (size === '0.00') return '0';
  return `${value > 0 ? '+' : '−'}${size}`;
}
