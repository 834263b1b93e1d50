// Every benchmark has a thread of its own, so that none pays for the garbage of another, nor for
// what the engine has learnt from it. The time is that of the processor, since others use it, too.

import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Worker, isMainThread, parentPort, workerData } from "node:worker_threads";

let last = Promise.resolve();

export function measure(name, budget, prepare) {
  const task = { name, budget, prepare: prepare.name };
  last = last.then(() => inThread(task));
}

function inThread(task) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: task });
    worker.on("message", (time) => console.log(`${task.name}\t${time.toFixed(1)}`));
    worker.on("error", reject);
    worker.on("exit", resolve);
  });
}

// The last result is kept where the engine cannot know that nobody looks at it.
globalThis.benchmarked = undefined;

async function perform({ name, budget, prepare }) {
  const [file] = name.split(".");
  const module = await import(`../bench/${file}.mjs`);
  const run = module[prepare]();
  // After other functions the engine does not expect this one, and so does not write it out in
  // the loop, where it could see that each round does the same.
  for (const other of [() => 1, () => "2", () => [3]]) time(other, 1000);
  collectGarbage();
  let count = 1;
  // Counting the calls warms up as well.
  while (time(run, count) < budget / 8) count *= 2;
  let least = Infinity;
  for (let batch = 0; batch < 6; batch++) least = Math.min(least, time(run, count));
  parentPort.postMessage((least * 1e6) / count);
}

/** What the preparation made is old when the measurement begins. */
function collectGarbage() {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

function time(run, count) {
  const start = process.cpuUsage();
  for (let call = 0; call < count; call++) globalThis.benchmarked = run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

if (!isMainThread) await perform(workerData);
