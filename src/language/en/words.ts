/** What may stand before a day. */
export const BEFORE_DAY =
  "on|by|for|around|about|during|come|later|sometime|some time|any time|@|in|over|within|at|of|no later than|not later than|not before|not until|sometime on|any time on|latest|by the";
