import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];

/** Where a Chromium lies on this machine; undefined when there is none. */
export const chromiumPath = places.find((place) => existsSync(place));

/** What a suite without a browser is called, so that nobody overlooks it. */
export const withoutChromium = `SKIPPED: no Chromium at ${places.join(", ")}`;

/** Starts a headless browser that talks to nobody but the pages it is sent to. */
export async function startChromium(): Promise<Browser> {
  const { chromium } = await import("playwright-core");
  const args = [...quiet, "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: chromiumPath ?? "", args });
}
