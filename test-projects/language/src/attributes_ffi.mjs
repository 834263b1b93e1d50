export class Data {
  constructor(parts) {
    this.parts = parts;
  }
}

export function abs(n) {
  return Math.abs(n);
}

export function negate(n) {
  return -n;
}

export function data() {
  return new Data(["te", "xt"]);
}

export function text(data) {
  return data.parts.join("");
}
