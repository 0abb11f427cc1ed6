/** What may stand before a day. */
export const BEFORE_DAY =
  "on|by|for|around|about|during|come|later|@|in|over|within|at|of|no later than|not later than|not before|not until|latest|by the";
