/** The shape of the database: how far it is, how far this Belfry goes, and getting from one to the other. */
import { fileURLToPath } from "node:url";
import type { Database } from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";

export const shippedMigrations = fileURLToPath(new URL("../../drizzle/sqlite", import.meta.url));

/** Number of migrations in the folder: the version this Belfry goes to. */
export function knownVersion(migrationsFolder: string): number {
  return readMigrationFiles({ migrationsFolder }).length;
}

/**
 * Number of migrations the database has had, 0 when it is not one of Belfry's. The list of migrations counts as
 * much as `user_version`, which is written just after it.
 */
export function versionOf(raw: Database): number {
  const noted = Number(raw.pragma("user_version", { simple: true }));
  const listed = raw.prepare("select 1 from sqlite_schema where name = '__drizzle_migrations'").get();
  if (!listed) return noted;
  const count = raw.prepare("select count(*) from __drizzle_migrations").pluck().get();
  return Math.max(noted, Number(count));
}

/** Brings the database up to this Belfry, all in one transaction; does nothing the second time. */
export function migrateUp(raw: Database, migrationsFolder: string): void {
  migrate(drizzle({ client: raw }), { migrationsFolder });
  raw.pragma(`user_version = ${knownVersion(migrationsFolder)}`);
}
