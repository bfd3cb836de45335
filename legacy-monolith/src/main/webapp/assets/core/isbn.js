/** Digits (and X) of what somebody typed. */
export const plain = (text) => String(text).toUpperCase().replace(/[^0-9X]/g, '');

/** Whether the check digit of an ISBN-10 or ISBN-13 is right. */
export function isIsbn(text) {
  const digits = plain(text);
  if (/^\d{13}$/.test(digits)) {
    return [...digits].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 ? 3 : 1), 0) % 10 === 0;
  }
  if (/^\d{9}[\dX]$/.test(digits)) {
    return [...digits].reduce((sum, digit, i) => sum + (digit === 'X' ? 10 : Number(digit)) * (10 - i), 0) % 11 === 0;
  }
  return false;
}
