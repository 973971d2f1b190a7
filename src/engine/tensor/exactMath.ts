/**
 * exp, expm1, log, sin and cos made of IEEE additions, multiplications and divisions only, so that every machine gives the
 * same bits: the language leaves the results of Math.exp, Math.log, Math.sin and Math.cos open. Anything that feeds a tensor
 * (random numbers, learning-rate schedules, rotary tables) uses these, and so does every metric: lint forbids the others. Accurate to about 1e-15 relative.
 */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const HALF_PI_HIGH = 1.5707963267341256;
const HALF_PI_LOW = 6.077100506506192e-11;

const word = new DataView(new ArrayBuffer(8));

/** 2ᵏ for integer k in −1022 … 1023 */
function powerOfTwo(k: number): number {
  word.setUint32(0, (k + 1023) << 20);
  word.setUint32(4, 0);
  return word.getFloat64(0);
}

/** eˣ for |x| ≤ 700; 0 below, Infinity above. */
export function exactExp(x: number): number {
  if (x < -700) return 0;
  if (x > 700) return Infinity;
  const k = Math.round(x / Math.LN2);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = 1;
  for (let n = 14; n >= 1; n--) sum = 1 + (sum * r) / n;
  return sum * powerOfTwo(k);
}

/** eˣ − 1, without the loss of digits near 0. */
export function exactExpm1(x: number): number {
  if (Math.abs(x) > 0.3) return exactExp(x) - 1;
  let sum = 1;
  for (let n = 14; n >= 2; n--) sum = 1 + (sum * x) / n;
  return sum * x;
}

/** Natural logarithm of a normal positive number. log(0) = −Infinity. */
export function exactLog(x: number): number {
  if (x === 0) return -Infinity;
  word.setFloat64(0, x);
  let exponent = (word.getUint32(0) >>> 20) - 1023;
  word.setUint32(0, (word.getUint32(0) & 0x000fffff) | 0x3ff00000);
  let mantissa = word.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    exponent += 1;
  }
  // log m = 2·atanh(s), s = (m − 1)/(m + 1), |s| ≤ 0.172
  const s = (mantissa - 1) / (mantissa + 1);
  const s2 = s * s;
  let sum = 0;
  for (let n = 23; n >= 1; n -= 2) sum = sum * s2 + 1 / n;
  return exponent * LN2_HIGH + (2 * s * sum + exponent * LN2_LOW);
}

/** [cos x, sin x] for |x| ≤ 10⁵. */
export function exactCosSin(x: number): readonly [number, number] {
  const k = Math.round(x / (HALF_PI_HIGH + HALF_PI_LOW));
  const r = x - k * HALF_PI_HIGH - k * HALF_PI_LOW;
  const r2 = r * r;
  let cos = 1;
  let sin = 1;
  for (let n = 18; n >= 2; n -= 2) {
    cos = 1 - (cos * r2) / (n * (n - 1));
    sin = 1 - (sin * r2) / (n * (n + 1));
  }
  sin *= r;
  switch (((k % 4) + 4) % 4) {
    case 0:
      return [cos, sin];
    case 1:
      return [-sin, cos];
    case 2:
      return [-cos, -sin];
    default:
      return [sin, -cos];
  }
}
