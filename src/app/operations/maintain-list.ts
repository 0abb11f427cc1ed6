import { z } from "zod";
import { maintenanceCard, windowsHere } from "../maintenance.ts";
import type { Operation } from "../operation.ts";

const input = z.object({});

export const listMaintenance: Operation<z.infer<typeof input>> = {
  name: "maintenance.list",
  summary: "Lists the maintenance windows that are open or to come.",
  needs: "member",
  input,
  run: async (belfry, _input, call) => {
    const now = belfry.clock.now();
    const cards = (await windowsHere(belfry, call)).map(({ window, action }) => maintenanceCard(window, action, now));
    return { show: [{ view: { view: "maintenances", cards } }], changes: [] };
  },
};
