import { toList } from "../../gleam.mjs";
import { greet } from "./er.mjs";

export const sibling = (number) => `${greet("sibling").slice(7)} ${number}`;

export const dotted = () => "dotted";

export const reverse = (list) => toList([...list].reverse());

export const fallback = () => "native";
