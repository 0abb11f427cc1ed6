/** A command's environment: empty but for what it needs and what it was granted. */
import { keyVariable } from "./place.ts";
import { isOurs } from "./settings.ts";

const always = ["PATH", "HOME", "LANG", "TZ"];

/** Where programs are when nothing says so. */
const defaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/**
 * @param inherited Belfry's own environment
 * @param grant names it may see besides; Belfry's own are left out whatever it says
 * @param set values of its own, which win
 */
export function environment(
  inherited: Readonly<Record<string, string | undefined>>,
  grant: readonly string[],
  set: Readonly<Record<string, string>>,
  idempotencyKey: string,
): Record<string, string> {
  const seen = [...always, ...grant.filter((name) => !isOurs(name))].flatMap((name) => {
    const value = inherited[name];
    return value === undefined ? [] : [[name, value]];
  });
  return { PATH: defaultPath, ...Object.fromEntries(seen), ...set, [keyVariable]: idempotencyKey };
}
