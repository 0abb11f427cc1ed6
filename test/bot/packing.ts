import type { PackReport } from "../../src/bot/report.ts";

/** For channels that are given no report. */
export const packReport: PackReport = () => Promise.reject(new Error("no reports here"));
