import { join } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { describe, expect, it } from "vitest";
import { actionPort } from "../../src/store/actions.ts";
import type { Connection } from "../../src/store/connection.ts";
import { deliveryPort } from "../../src/store/deliveries.ts";
import { escalationPort, maintenancePort } from "../../src/store/escalations.ts";
import { approvalPort, hookPort } from "../../src/store/hooks.ts";
import { inboxPort } from "../../src/store/inbox.ts";
import { questionPort } from "../../src/store/questions.ts";
import { revisionPort } from "../../src/store/revisions.ts";
import { runPort } from "../../src/store/runs.ts";
import { folder, openIn } from "./folder.ts";

/** Every statement a part of the store prepares, with the way SQLite would go about it. */
async function plansOf(prepare: (connection: Connection) => void): Promise<{ sql: string; plan: string }[]> {
  const dataDir = folder();
  await (await openIn(dataDir)).close();
  const raw = new Database(join(dataDir, "belfry.db"));
  const texts: string[] = [];
  const listening = new Proxy(raw, {
    get: (target, name) => {
      if (name === "prepare") texts.push("");
      const value = Reflect.get(target, name, target);
      if (name !== "prepare") return typeof value === "function" ? value.bind(target) : value;
      return (sql: string) => {
        texts.push(sql);
        return target.prepare(sql);
      };
    },
  });
  prepare({ raw: listening, db: drizzle({ client: raw }) });
  const plans = texts
    .filter((sql) => sql.startsWith("select"))
    .map((sql) => {
      const steps = raw.prepare(`explain query plan ${sql}`).all(...Array(sql.split("?").length - 1).fill(0));
      return { sql, plan: (steps as { detail: string }[]).map((step) => step.detail).join("; ") };
    });
  raw.close();
  return plans;
}

const none = { next: () => 1 };

describe("what the store asks often", () => {
  it("is answered from an index, without reading a table through and without sorting", async () => {
    const plans = await plansOf((connection) => {
      actionPort(connection);
      runPort(connection, () => 0);
      deliveryPort(connection);
      escalationPort(connection);
      maintenancePort(connection);
      inboxPort(connection, none);
      questionPort(connection);
      hookPort(connection);
      approvalPort(connection);
      revisionPort(connection);
    });
    expect(plans.length).toBeGreaterThan(25);
    const slow = plans.filter(({ plan }) => /SCAN (?!json_each)(?!.*USING (COVERING )?INDEX)|TEMP B-TREE/.test(plan));
    expect(slow).toEqual([]);
  });

  it("uses for each queue the index made for it", async () => {
    const plans = await plansOf((connection) => {
      actionPort(connection);
      runPort(connection, () => 0);
      deliveryPort(connection);
      escalationPort(connection);
    });
    const used = plans.map(({ plan }) => plan).join("\n");
    for (const index of [
      "hands_at",
      "runs_wake",
      "runs_ended",
      "runs_action",
      "deliveries_due",
      "deliveries_queue",
      "deliveries_alarms",
      "deliveries_escalation",
      "escalations_cause",
      "escalations_open",
      "escalations_step",
    ]) {
      expect(used).toContain(index);
    }
  });
});
