import * as logging from "./logging.mjs";

// A function, because logging.mjs is not yet run while this file is.
// From the most pressing to the least, with the function of the console that
// browsers and servers show such messages with.
const levels = () => [
  [logging.LogLevel$isEmergency, "EMRG", "error"],
  [logging.LogLevel$isAlert, "ALRT", "error"],
  [logging.LogLevel$isCritical, "CRIT", "error"],
  [logging.LogLevel$isError, "EROR", "error"],
  [logging.LogLevel$isWarning, "WARN", "warn"],
  [logging.LogLevel$isNotice, "NTCE", "info"],
  [logging.LogLevel$isInfo, "INFO", "info"],
  [logging.LogLevel$isDebug, "DEBG", "debug"],
];
const INFO = 6;

let lowest = INFO;

function rank(level) {
  return levels().findIndex(([is]) => is(level));
}

export function configure() {
  lowest = INFO;
}

export function setLevel(level) {
  lowest = rank(level);
}

export function log(level, message) {
  const index = rank(level);
  if (index > lowest) return;
  const [, label, method] = levels()[index];
  console[method](`${label} ${message}`);
}
