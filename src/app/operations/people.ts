import { z } from "zod";
import type { Operation } from "../operation.ts";

const input = z.object({});

export const listPeople: Operation<z.infer<typeof input>> = {
  name: "people.list",
  summary: "Lists owners and members.",
  needs: "owner",
  input,
  run: async (belfry) => {
    const all = [...(await belfry.store.people.withRole("owner")), ...(await belfry.store.people.withRole("member"))];
    const people = all.map(({ id, name, role }) => ({ id, name, role }));
    return { show: [{ view: { view: "people", people } }], changes: [] };
  },
};
