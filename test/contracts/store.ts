import { actionsAndHands } from "./store-actions.ts";
import { commits } from "./store-commit.ts";
import { outbox } from "./store-deliveries.ts";
import { escalationsAndMaintenance } from "./store-escalations.ts";
import { hooksAndApprovals } from "./store-hooks.ts";
import { manyTimes } from "./store-many.ts";
import { past } from "./store-past.ts";
import type { Open } from "./store-rows.ts";
import { ledger } from "./store-runs.ts";
import { talk } from "./store-talk.ts";

/** What every store must do. `open` gives an empty one. */
export function storeContract(open: Open): void {
  commits(open);
  actionsAndHands(open);
  ledger(open);
  past(open);
  outbox(open);
  escalationsAndMaintenance(open);
  hooksAndApprovals(open);
  talk(open);
  manyTimes(open);
}
