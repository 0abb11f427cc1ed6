/** What runs have started outside and what goes on when Belfry is killed. */
export interface Survivors {
  /**
   * Which of these runs, by their keys, can be taken up: something of theirs goes on, or has ended meanwhile. Whatever
   * else an earlier Belfry has left is ended, before this resolves. Asked once, before anything runs.
   */
  keep(keys: string[]): Promise<ReadonlySet<string>>;
  /** These runs are settled. */
  forget(keys: string[]): void;
}

/** Where nothing survives. */
export const noSurvivors: Survivors = { keep: async () => new Set<string>(), forget: () => {} };
