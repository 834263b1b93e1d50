export function system_time() {
  const milliseconds = Date.now();
  const seconds = Math.floor(milliseconds / 1000);
  return [seconds, (milliseconds - seconds * 1000) * 1_000_000];
}

export function local_offset_seconds() {
  // JavaScript gives what has to be added to local time to get UTC.
  return -new Date().getTimezoneOffset() * 60;
}
