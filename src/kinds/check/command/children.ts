/**
 * Which commands Belfry has started, kept in a folder with a place for each: what a killed Belfry leaves running is
 * found by the next one. It is taken up where its run goes on, and ended where not, before anything runs again.
 */
import { mkdirSync, readdirSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Log } from "../../../core/log.ts";
import type { Survivors } from "../../../core/survivors.ts";
import { endAll } from "./orphans.ts";
import { clear, exitIn, type Noted, nameIn, readNote } from "./place.ts";
import { placesIn } from "./places.ts";
import { bootId, lives } from "./proc.ts";
import { readRecord } from "./record.ts";

/** A place in use. */
export interface Place {
  path: string;
  /** Of the run that it is kept for after its command has ended. */
  key: string | null;
  /** Nobody holds its pipes open any more: it may be used again. */
  over: boolean;
}

/** What an earlier Belfry has started. */
export interface Left {
  place: Place;
  note: Noted;
}

export interface Children extends Survivors {
  /** For a command of this run; kept until the run is forgotten when it survives. @throws what making it throws. */
  open(run: { key: string; survives: boolean }): Promise<Place>;
  /** Its command has ended. */
  leave(place: Place): void;
  /** The command of this run that an earlier Belfry has started, once. */
  take(key: string): Left | null;
}

/**
 * Nobody else may have the folder. Null where there is no /proc, or no named pipe in the folder: there nothing is
 * written down and nothing can be found.
 */
export async function openChildren(folder: string, log: Log): Promise<Children | null> {
  const boot = bootId();
  if (boot === null) {
    log.warn({}, "this system has no /proc: what a command does when Belfry is killed cannot be taken up nor ended");
    return null;
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const root = resolve(folder);
  const earlier = readdirSync(root).map((name) => join(root, name));
  const places = placesIn(root);
  const left = new Map<string, Left>();
  const kept = new Map<string, Place[]>();
  const keep = (key: string, place: Place) => kept.set(key, [...(kept.get(key) ?? []), place]);
  const free = ({ path, over }: Place) => (over ? places.put(path) : clear(path));
  const children: Children = {
    async open({ key, survives }) {
      const place = { path: await places.next(), key: survives ? key : null, over: false };
      if (survives) keep(key, place);
      return place;
    },
    leave: (place) => void (place.key === null && free(place)),
    take(key) {
      const one = left.get(key) ?? null;
      left.delete(key);
      return one;
    },
    async keep(keys) {
      const notes = earlier.splice(0).map((path) => ({ path, note: readNote(path) }));
      for (const { path, note } of notes) {
        if (note?.boot !== boot || !keys.includes(note.key) || !canBeTaken(path, note)) continue;
        left.set(note.key, { place: { path, key: note.key, over: false }, note });
      }
      for (const { place, note } of left.values()) keep(note.key, place);
      const isKept = (path: string) => [...left.values()].some(({ place }) => place.path === path);
      const ends = notes.filter(({ path, note }) => note?.boot === boot && !(isKept(path) && lives(note)));
      await endAll(
        ends.flatMap(({ note }) => note ?? []),
        log,
      );
      const rest = notes.filter(({ path }) => !isKept(path));
      await Promise.all(rest.map(({ path }) => rm(path, { recursive: true, force: true })));
      return new Set(left.keys());
    },
    forget(keys) {
      for (const key of keys) {
        for (const place of kept.get(key) ?? []) free(place);
        kept.delete(key);
      }
    },
  };
  try {
    places.put(await places.next());
  } catch (error) {
    // There will be room again.
    if ((error as NodeJS.ErrnoException).code === "ENOSPC") return children;
    log.warn({ error: String(error) }, "no named pipe can be made beside the data: commands end with Belfry");
    await children.keep([]);
    return null;
  }
  return children;
}

/** It lives, or has said how it ended. */
function canBeTaken(place: string, note: Noted): boolean {
  if (!note.survives) return false;
  return lives(note) || exitIn(place) !== null || readRecord(join(place, nameIn.record)).verdict !== null;
}
