/**
 * Kills Belfry at random moments and counts what was lost and what was repeated, in rounds of a hundred kills, each on
 * one database that is tallied at the end of its round: what was counted stays said when the command is ended early.
 *
 *   npx tsx bench/kill.ts [kills = 1000] [longest life in ms = 1500, more where a start takes long] [seed]
 */
import { freshSeed, type KillTally, killAtRandom } from "../test/support/kills.ts";

const ROUND = 100;
const [kills = 1_000, longestLifeMs = 1_500, seed = freshSeed()] = process.argv.slice(2).map(Number);

const sum = { kills: 0, spoke: 0, said: 0, late: 0, lost: 0, doubled: 0, repeats: 0, unmarked: 0, worst: 0, broken: 0 };

function add({ lost, doubled, unmarked, integrity, ...counts }: KillTally): void {
  for (const name of ["kills", "spoke", "said", "late", "repeats"] as const) sum[name] += counts[name];
  sum.lost += lost.length;
  sum.doubled += doubled.length;
  sum.unmarked += unmarked.length;
  sum.worst = Math.max(sum.worst, counts.worst);
  if (integrity !== "ok") sum.broken += 1;
  for (const line of [...lost, ...doubled, ...unmarked]) console.log(line);
}

console.log(`seed ${seed}`);
while (sum.kills < kills) {
  const round = { kills: Math.min(ROUND, kills - sum.kills), longestLifeMs, seed: seed + sum.kills, sayings: 6 };
  add(await killAtRandom(round));
  console.log(
    `${sum.kills} kills (${sum.spoke} while it talked to Telegram), ${sum.said} sentences (${sum.late} heard too late): ` +
      `${sum.lost} lost, ${sum.doubled} doubled, ${sum.repeats} repeats (${sum.unmarked} not marked, at most ${sum.worst} ` +
      `of one message), ${sum.broken} databases broken`,
  );
}
process.exitCode = sum.lost + sum.doubled + sum.unmarked + sum.broken === 0 ? 0 : 1;
