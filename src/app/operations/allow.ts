import { z } from "zod";
import type { Person, Role } from "../../core/chat.ts";
import { BelfryError } from "../../core/errors.ts";
import { isPrivate } from "../access.ts";
import type { Operation } from "../operation.ts";
import { personMeant } from "../people.ts";
import { personTarget } from "./inputs.ts";

const input = z.object({
  /** Without it the chat itself is allowed. */
  person: personTarget.optional(),
  /** Their name, where the door knows it. */
  name: z.string().max(200).optional(),
});

export const allow: Operation<z.infer<typeof input>> = {
  name: "people.allow",
  summary: "Lets a person in, or the group the owner is in.",
  needs: "owner",
  input,
  run: async (belfry, { person, name }, call) => {
    if (person === undefined) {
      if (isPrivate(call)) throw new BelfryError("invalidInput", { field: "person" });
      const view = { view: "notice", code: "chatGranted", args: {} } as const;
      return { show: [{ view }], changes: [{ do: "putChat", id: call.chat, patch: { granted: true } }] };
    }
    const meant = await personMeant(belfry, person);
    const known = name ?? meant.known?.name ?? String(meant.id);
    // An owner stays one.
    const role: Role = meant.known?.role === "owner" ? "owner" : "member";
    const patch: Partial<Person> = meant.known?.name ? { role } : { role, name: known };
    const view = { view: "notice", code: "allowed", args: { name: known } } as const;
    return { show: [{ view }], changes: [{ do: "putPerson", id: meant.id, patch }] };
  },
};
