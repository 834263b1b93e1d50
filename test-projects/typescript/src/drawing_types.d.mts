export interface Element {
  tag: string;
}

export interface Signal<T> {
  read(): T;
}
