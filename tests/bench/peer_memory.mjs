/*
 * peer_memory.mjs -- the same four outcomes with intervals by other programs.
 *
 * node peer_memory.mjs FOLDER, where FOLDER/node_modules holds the packages
 * `@open-spaced-repetition/binding` (fsrs-rs, native) and `ts-fsrs`. Prints
 * lines as bench_memory does: name, tab, sets of four a second, best of nine.
 */
import { createRequire } from "node:module";
import { resolve } from "node:path";

const require = createRequire(resolve(process.argv[2], "package.json"));
const { FSRSBinding, BindingMemoryState } =
  require("@open-spaced-repetition/binding");
const { fsrs } = require("ts-fsrs");

const ROUNDS = 9;
const CARDS = 4096;

/* The cards of bench_memory.c. */
const cards = Array.from({ length: CARDS }, (_, i) => ({
  stability: 0.5 + (i % 97) * 3,
  difficulty: 1 + (i % 83) * 0.108,
  days: i % 8 === 0 ? 0 : i % 61,
}));

function measure(name, calls, run) {
  let best = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (let i = 0; i < calls; i++) run(i % CARDS);
    best = Math.max(best, (calls * 1000) / (performance.now() - start));
  }
  console.log(`${name}\t${best.toFixed(0)}`);
}

/* The states before are made beforehand, and no field of a result is read:
 * the peer's best case. */
const binding = new FSRSBinding();
const states = cards.map(
  (card) => new BindingMemoryState(card.stability, card.difficulty));
measure("peer-binding", 20000,
  (i) => binding.nextStates(states[i], 0.9, cards[i].days));

const plain = fsrs();
measure("peer-ts-fsrs", 20000, (i) => {
  for (let grade = 1; grade <= 4; grade++) {
    const next = plain.next_state(cards[i], cards[i].days, grade);
    plain.next_interval(next.stability, cards[i].days);
  }
});
