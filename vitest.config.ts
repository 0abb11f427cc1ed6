import { defineConfig } from "vitest/config";

/** All of these only guard against waiting for ever: a slow machine is no failure. */
const patience = 60_000;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 3 * patience,
    hookTimeout: 3 * patience,
    expect: { poll: { timeout: patience } },
  },
});
