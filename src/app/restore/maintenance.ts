/** Taking back a maintenance window, or that it was ended. */
import type { Belfry } from "../../core/belfry.ts";
import { BelfryError } from "../../core/errors.ts";
import type { Maintenance } from "../../core/escalation.ts";
import type { Revision } from "../../core/store.ts";
import { maySee } from "../access.ts";
import type { Call } from "../operation.ts";
import type { Restored } from "./restored.ts";

/** One that is taken back has never been: it covers nothing. @throws BelfryError `nothingToUndo` where it is not known here */
export async function restoreMaintenance(belfry: Belfry, call: Call, revision: Revision): Promise<Restored> {
  const current = await belfry.store.maintenance.get(revision.entityId);
  const action = current?.action ? await belfry.store.actions.get(current.action) : null;
  const here = current && (action === null ? current.chat === call.chat : maySee(call, action));
  if (!current || !here) throw new BelfryError("nothingToUndo");
  const before = revision.before as Maintenance | null;
  const row = { ...current, until: before?.until ?? current.from };
  return {
    view: { view: "undone", what: revision.what, title: action?.title ?? null },
    changes: [{ do: "putMaintenance", row }],
  };
}
