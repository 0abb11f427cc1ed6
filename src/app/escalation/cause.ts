/** What makes two failures the same: the action, and the sort of error without what differs from time to time. */

const longest = 80;

/** Of an action that has brought down the process again and again. */
export function crashCause(action: number): string {
  return causeOf(action, "crashed");
}

/** `17/http 5xx`. */
export function causeOf(action: number, error: string): string {
  return `${action}/${errorClass(error)}`;
}

/** Without names in quotes, addresses, numbers and times; statuses of HTTP by their class. */
export function errorClass(error: string): string {
  const first = error.split("\n")[0] ?? "";
  return first
    .toLowerCase()
    .replace(/\bhttp (\d)\d\d\b/g, "http $1xx")
    .replace(/https?:\/\/\S+/g, "…")
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, "…")
    .replace(/\b(?=\w*\d)[0-9a-f]{8,}\b/g, "#")
    .replace(/\d+(?:[.,:]\d+)*(?!xx)/g, "#")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longest);
}
