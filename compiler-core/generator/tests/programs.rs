//! Programs are made, and again.

use generator::program;

#[test]
fn equal_seeds_give_equal_programs() {
    for seed in 0..200 {
        let (one, other) = (program(seed), program(seed));
        assert_eq!(one.print("p", false), other.print("p", false));
    }
}
