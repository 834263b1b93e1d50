//! What was measured, as a table for people and as JSON.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

/// The times of one benchmark on both sides, one a round, in nanoseconds.
pub(crate) struct Measured {
    pub(crate) name: String,
    pub(crate) ours: Vec<f64>,
    pub(crate) theirs: Vec<f64>,
}

impl Measured {
    /// Their least time divided by ours: above 1, ours is faster.
    fn ratio(&self) -> f64 {
        least(&self.theirs) / least(&self.ours)
    }

    /// How much of the least time the median lies above it, on the side where that is more.
    fn noise(&self) -> f64 {
        noise(&self.ours).max(noise(&self.theirs))
    }

    fn module(&self) -> &str {
        self.name.split('.').next().unwrap_or_default()
    }
}

/// The table of a target: each benchmark, then each module, then the sum.
pub(crate) fn print(target: &str, measured: &[Measured]) -> String {
    let mut text = format!("\n{target}: ns a call, theirs / ours, noise\n\n");
    for one in measured {
        let _ = writeln!(
            text,
            "{:<40} {:>12.0} {:>12.0} {:>8.2} {:>5.0}%",
            one.name,
            least(&one.ours),
            least(&one.theirs),
            one.ratio(),
            one.noise() * 100.0
        );
    }
    let mut modules: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for one in measured {
        modules.entry(one.module()).or_default().push(one.ratio());
    }
    modules.insert("all", measured.iter().map(Measured::ratio).collect());
    let _ = writeln!(text, "\ngeometric mean, least, how many below 0.9\n");
    for (module, ratios) in &modules {
        let slower = ratios.iter().filter(|ratio| **ratio < 0.9).count();
        let _ = writeln!(
            text,
            "{module:<14} {:>6.2} {:>6.2} {slower:>4} of {}",
            geometric_mean(ratios),
            least(ratios),
            ratios.len()
        );
    }
    let noises: Vec<f64> = measured.iter().map(Measured::noise).collect();
    let _ = writeln!(text, "\nmedian noise {:.0}%", median(&noises) * 100.0);
    text
}

/// All times of all targets.
pub(crate) fn json(targets: &[(&str, Vec<Measured>)]) -> Value {
    let benchmarks = targets.iter().flat_map(|(target, measured)| {
        measured.iter().map(move |one| {
            json!({
                "target": target, "name": one.name, "ours": one.ours, "theirs": one.theirs,
                "ratio": one.ratio(), "noise": one.noise(),
            })
        })
    });
    json!({ "unit": "ns", "benchmarks": benchmarks.collect::<Vec<_>>() })
}

fn least(times: &[f64]) -> f64 {
    // A call that is too short to be measured counts as a tenth of a nanosecond.
    times.iter().copied().fold(f64::INFINITY, f64::min).max(0.1)
}

fn noise(times: &[f64]) -> f64 {
    median(times) / least(times) - 1.0
}

fn median(values: &[f64]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

fn geometric_mean(ratios: &[f64]) -> f64 {
    let logarithms: Vec<f64> = ratios.iter().map(|ratio| ratio.ln()).collect();
    let count = u32::try_from(logarithms.len()).unwrap_or(u32::MAX);
    (logarithms.iter().sum::<f64>() / f64::from(count.max(1))).exp()
}

#[cfg(test)]
mod tests {
    use super::{Measured, geometric_mean, print};

    #[test]
    fn the_mean_of_twice_and_half_is_one() {
        assert!((geometric_mean(&[2.0, 0.5]) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_least_times_are_compared() {
        let one = Measured {
            name: "list.map".to_string(),
            ours: vec![30.0, 10.0, 20.0],
            theirs: vec![40.0, 50.0, 45.0],
        };
        assert!((one.ratio() - 4.0).abs() < 1e-9);
        assert!((one.noise() - 1.0).abs() < 1e-9);
        let text = print("erlang", &[one]);
        assert!(
            text.contains("list             4.00   4.00    0 of 1"),
            "{text}"
        );
    }
}
