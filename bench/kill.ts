/**
 * Kills Belfry at random moments and counts what was lost and what was repeated.
 *
 *   npx tsx bench/kill.ts [kills = 1000] [longest life in ms = 1500, more where a start takes long] [seed]
 */
import { freshSeed, killAtRandom } from "../test/support/kills.ts";

const [kills = "1000", longest = "1500", seed = String(freshSeed())] = process.argv.slice(2);
console.log(`seed ${seed}`);
const result = await killAtRandom({
  kills: Number(kills),
  longestLifeMs: Number(longest),
  seed: Number(seed),
  sayings: 6,
  progress: (done) => {
    if (done % 50 === 0) console.log(`${done} kills`);
  },
});
const { lost, doubled, unmarked } = result;
console.log(
  `${result.kills} kills (${result.spoke} while it talked to Telegram), ${result.said} sentences (${result.late} heard too late): ${lost.length} lost, ${doubled.length} doubled, ` +
    `${result.repeats} repeats (${unmarked.length} not marked, at most ${result.worst} of one message), ` +
    `integrity ${result.integrity}`,
);
for (const line of [...lost, ...doubled, ...unmarked]) console.log(line);
process.exitCode = lost.length + doubled.length + unmarked.length === 0 && result.integrity === "ok" ? 0 : 1;
