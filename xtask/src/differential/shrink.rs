//! Looks for a small program that shows the same.

use generator::{Program, smaller};

use super::batch::{Bench, Verdict};

/// How many projects to try.
const ROUNDS: usize = 60;
/// How many programs a project has.
const WIDTH: usize = 48;

/// A program that differs in the same way and has nothing to leave out, or has been searched for
/// long enough, with what was seen of it.
pub(crate) fn shrink(
    bench: &Bench,
    program: Program,
    verdict: &Verdict,
) -> Result<(Program, Verdict), String> {
    let mut best = (program, verdict.clone());
    let mut candidates = smaller(&best.0);
    let mut rounds = 0;
    let mut start = 0;
    while start < candidates.len() && rounds < ROUNDS {
        rounds += 1;
        let end = candidates.len().min(start + WIDTH);
        let batch: Vec<(String, Program)> = candidates[start..end]
            .iter()
            .enumerate()
            .map(|(index, candidate)| (format!("s{index}"), candidate.clone()))
            .collect();
        match bench.first_like(&best.1, &batch)? {
            Some(found) => {
                best = found;
                candidates = smaller(&best.0);
                start = 0;
            }
            None => start = end,
        }
    }
    Ok(best)
}
