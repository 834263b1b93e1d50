// Runs the programs that it is given: one that cannot be loaded does not stop the others.
import { program } from "./support_ffi.mjs";

const [header, ...names] = process.argv.slice(2);
for (const name of names) {
  try {
    const { main } = await import(`./${name}.mjs`);
    program(header + name, main);
  } catch (error) {
    console.log(`${header}${name}\ndoes not load: ${error}`);
  }
}
