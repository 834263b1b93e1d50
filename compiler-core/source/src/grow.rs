/// Runs `work` with enough stack left, growing the stack on the heap where needed.
///
/// Every recursion over user input passes through here, so that depth is bounded by memory alone.
pub fn grow<R>(work: impl FnOnce() -> R) -> R {
    const RED_ZONE: usize = 128 * 1024;
    const SEGMENT: usize = 4 * 1024 * 1024;
    stacker::maybe_grow(RED_ZONE, SEGMENT, work)
}

#[cfg(test)]
mod tests {
    use super::grow;

    fn depth(n: u64) -> u64 {
        if n == 0 { 0 } else { grow(|| 1 + depth(n - 1)) }
    }

    #[test]
    fn deep_recursion_does_not_overflow() {
        assert_eq!(depth(1_000_000), 1_000_000);
    }
}
