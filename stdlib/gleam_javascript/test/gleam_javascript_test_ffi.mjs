export function reject(reason) {
  return Promise.reject(reason);
}
