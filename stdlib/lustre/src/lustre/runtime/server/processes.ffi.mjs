/** What is left of processes where there are none. */

import { Result$Error } from "../../../gleam.mjs";

/** There is nothing that a selector could receive from. */
export const mapSelector = (selector) => selector;
export const liftSelector = (selector) => selector;
export const selectNothing = () => undefined;

/** There is nobody to own a subject or to receive what is sent to one. */
export const sendNowhere = () => undefined;
export const noOwner = () => Result$Error(undefined);
