/** `belfry stale`: whether what runs was built of other sources than those that lie here. */

export interface Builds {
  /** The build that was started last on the data. */
  started: string | null;
  /** What would be built now. */
  sources: string | null;
}

export interface StaleOptions {
  json?: true;
  quiet?: true;
  /** The folder of the data. */
  data?: string;
}

/** The exit code: 0 stale, 1 fresh, 2 where it cannot be said; so `belfry stale --quiet && rebuild` reads well. */
export function stale({ started, sources }: Builds, options: StaleOptions, write: (line: string) => void): 0 | 1 | 2 {
  const unknown = sources === null ? noSources : started === null ? neverStarted : null;
  const isStale = unknown === null && started !== sources;
  if (options.json) write(JSON.stringify({ stale: unknown === null ? isStale : null, started, sources }));
  else if (!options.quiet) write(unknown ?? (isStale ? words.stale : words.fresh));
  return unknown !== null ? 2 : isStale ? 0 : 1;
}

const words = {
  stale: "Stale: what runs was built of other sources than those here. `npm start` builds these and runs them.",
  fresh: "Fresh: what runs was built of the sources here.",
};
const noSources = "There are no sources here to compare with.";
const neverStarted = "Belfry was not started on this data yet; name its folder by --data or BELFRY_DATA.";
