/** What taking back one revision writes, and what is shown when it stands alone. */
import type { Change } from "../../core/store.ts";
import type { View } from "../../core/view.ts";

export interface Restored {
  /** Null where a notice that comes here says it. */
  view: View | null;
  changes: Change[];
  /** A run that came of it has begun, and stays. */
  stays?: boolean;
}
