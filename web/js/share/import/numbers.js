// Decimal numbers as they are printed: an integer and a power of ten, so that another unit of the same quantity is the
// decimal point moved, and rounded once.

/** A power that stands for none: the number has more digits than a double holds, and is kept as the nearest one. */
export const ROUNDED = 127;

/** Up to 10²² a power of ten is a double, and so is an integer of 15 digits. */
const EXACT_DIGITS = 15;
const powers = Array.from({ length: 23 }, (_, k) => Number(`1e${k}`));

/**
 * @param {number} mantissa
 * @param {number} power of ten, or ROUNDED
 * @param {number} shift a further power of ten
 */
export function decimal(mantissa, power, shift) {
  const sum = power === ROUNDED ? shift : power + shift;
  if (sum >= 0 && sum <= 22) return mantissa * powers[sum];
  if (sum < 0 && sum >= -22) return mantissa / powers[-sum];
  return Number(`${mantissa}e${sum}`);
}

/**
 * Reads numbers where they stand in a text, in one pass over their characters.
 * @param {'.' | ','} sign the decimal one
 */
export function createScanner(sign) {
  const point = sign.charCodeAt(0);
  const scanner = {
    mantissa: 0,
    power: 0,
    /** Of the digits printed, those after the first that is not 0 and with it. */
    digits: 0,
    /** The last digit printed counts 10^-places. */
    places: 0,
    exponent: false,
    scan,
  };

  /**
   * @param {string} text
   * @param {number} from
   * @param {number} to
   * @returns {boolean} whether just this is a finite number
   */
  function scan(text, from, to) {
    let at = from;
    let code = text.charCodeAt(at);
    const minus = code === 45;
    if (minus || code === 43) at += 1;
    let [mantissa, digits, zeros, decimals, any, behind] = [0, 0, 0, 0, false, false];
    for (; at < to; at += 1) {
      code = text.charCodeAt(at);
      if (code === point && !behind) {
        behind = true;
        continue;
      }
      if (code < 48 || code > 57) break;
      any = true;
      if (behind) decimals += 1;
      if (code === 48) {
        if (digits) zeros += 1;
        continue;
      }
      digits += zeros + 1;
      if (digits <= EXACT_DIGITS) mantissa = mantissa * powers[zeros + 1] + code - 48;
      zeros = 0;
    }
    if (!any) return false;
    let exponent = 0;
    scanner.exponent = at < to;
    if (at < to) {
      if ((code | 32) !== 101) return false;
      at += 1;
      code = text.charCodeAt(at);
      const down = code === 45;
      if (down || code === 43) at += 1;
      if (at >= to) return false;
      for (; at < to; at += 1) {
        code = text.charCodeAt(at);
        if (code < 48 || code > 57) return false;
        exponent = Math.min(10 * exponent + code - 48, 9999);
      }
      if (down) exponent = -exponent;
    }
    scanner.digits = digits + zeros;
    scanner.places = decimals - exponent;
    scanner.power = zeros - decimals + exponent;
    scanner.mantissa = minus ? -mantissa : mantissa;
    if (digits <= EXACT_DIGITS && Math.abs(scanner.power) < 100) {
      return Number.isFinite(decimal(mantissa, scanner.power, 0));
    }
    const cut = text.slice(from, to);
    scanner.mantissa = Number(sign === '.' ? cut : cut.replace(',', '.'));
    scanner.power = ROUNDED;
    return Number.isFinite(scanner.mantissa);
  }
  return scanner;
}
