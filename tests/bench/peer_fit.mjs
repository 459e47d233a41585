/*
 * peer_fit.mjs -- the same fits by fsrs-rs, through its native binding.
 *
 * node peer_fit.mjs FOLDER FILE.csv UTC_OFFSET ROUNDS FOLDS, where
 * FOLDER/node_modules holds `@open-spaced-repetition/binding`. Prints lines of
 * words: `fit SECONDS WEIGHTS`, the least processor time of ROUNDS; and for
 * each fold, fitted to the daily reviews before it, `fold N SECONDS WEIGHTS`.
 * Reading the table and making its items is not in the time.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";

const [folder, file, offset, rounds, folds] = process.argv.slice(2);
const require = createRequire(resolve(folder, "package.json"));
const { computeParameters, FSRSBindingItem, FSRSBindingReview } =
  require("@open-spaced-repetition/binding");

const DAY_MS = 86400000;
const shift = (Number(offset) - 4) * 3600000;

/* Every daily review as an item, in order of time. */
function items() {
  const rows = readFileSync(file, "utf8").trim().split("\n").slice(1)
    .map((line) => line.split(",", 3))
    .map(([card, at, rating]) => [card, Number(at), Number(rating)])
    .sort((a, b) => a[1] - b[1]);
  const cards = new Map();
  const list = [];
  for (const [card, at, rating] of rows) {
    const day = Math.floor((at + shift) / DAY_MS);
    if (!cards.has(card)) cards.set(card, { day, reviews: [] });
    const past = cards.get(card);
    const gap = past.reviews.length ? Math.max(day - past.day, 0) : 0;
    past.reviews.push(new FSRSBindingReview(rating, gap));
    past.day = day;
    if (gap > 0) list.push(new FSRSBindingItem(past.reviews));
  }
  return list;
}

async function fit(list) {
  const before = process.cpuUsage();
  const weights = await computeParameters(list,
    { enableShortTerm: true, timeout: 1 });
  const used = process.cpuUsage(before);
  return { seconds: (used.user + used.system) / 1e6, weights };
}

const all = items();
let best = null;
for (let i = 0; i < Number(rounds); i++) {
  const one = await fit(all);
  if (!best || one.seconds < best.seconds) best = one;
}
console.log(`fit ${best.seconds.toFixed(6)} ${best.weights.join(",")}`);
const share = Math.floor(all.length / (Number(folds) + 1));
for (let i = 1; i <= Number(folds); i++) {
  const one = await fit(all.slice(0, share * i));
  console.log(`fold ${i} ${one.seconds.toFixed(6)} ${one.weights.join(",")}`);
}
