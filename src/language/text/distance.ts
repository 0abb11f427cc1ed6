/**
 * Whether both begin alike and at most so many slips make one of the other: a letter too many, too few or wrong, two
 * neighbours swapped.
 */
export function isWithin(slips: number, a: string, b: string): boolean {
  return a[0] === b[0] && isNear(slips, a, b);
}

function isNear(slips: number, a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > slips) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [left, right] = [a.slice(same), b.slice(same)];
  if (left === right) return true;
  if (slips === 0) return false;
  const isSwap = left.length > 1 && left[0] === right[1] && left[1] === right[0];
  return (
    isNear(slips - 1, left.slice(1), right) ||
    isNear(slips - 1, left, right.slice(1)) ||
    isNear(slips - 1, left.slice(1), right.slice(1)) ||
    (isSwap && isNear(slips - 1, left.slice(2), right.slice(2)))
  );
}
