/** What may stand before a day. */
export const BEFORE_DAY =
  "on|by|for|around|about|during|come|later|@|in|over|within|at|of|no later than|by no later than|not later than|not before|not until|no earlier than|not earlier than|no sooner than|latest|latest by|latest on|at the latest by|at the latest on|by latest|by the";

/** What may stand before a clock time that is the last, or the first, that will do. */
export const DEADLINE =
  "no later than|by no later than|not later than|latest by|latest at|at the latest by|at the latest at|by latest|latest|not before|no earlier than|not earlier than|no sooner than|not until";
