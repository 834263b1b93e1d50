use source::Name;

/// The candidate nearest to `wanted`, if one is near enough to be a slip of the keyboard.
///
/// Distance is optimal string alignment (Damerau-Levenshtein with adjacent transpositions only);
/// a third of the length is still near. Ties go to the first candidate.
pub fn nearest(wanted: &str, candidates: impl IntoIterator<Item = Name>) -> Option<Name> {
    let limit = (wanted.chars().count() / 3).max(1);
    let wanted_lower = wanted.to_lowercase();
    let length = wanted_lower.chars().count();
    candidates
        .into_iter()
        .filter(|candidate| *candidate != wanted)
        // Each letter more or less is a step of its own. Lower case can be a letter longer.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit + 2)
        .map(|candidate| {
            let distance = distance(&wanted_lower, &candidate.to_lowercase());
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

fn distance(left: &str, right: &str) -> usize {
    let left: Vec<char> = left.chars().collect();
    let right: Vec<char> = right.chars().collect();
    let width = right.len() + 1;
    let mut before_last = vec![0; width];
    let mut last: Vec<usize> = (0..width).collect();
    for (i, a) in left.iter().enumerate() {
        let mut row = vec![i + 1; width];
        for (j, b) in right.iter().enumerate() {
            let replace = last[j] + usize::from(a != b);
            row[j + 1] = replace.min(last[j + 1] + 1).min(row[j] + 1);
            let swapped = i > 0 && j > 0 && *a == right[j - 1] && left[i - 1] == *b;
            if swapped {
                row[j + 1] = row[j + 1].min(before_last[j - 1] + 1);
            }
        }
        before_last = last;
        last = row;
    }
    last[width - 1]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_and_nothing_far() {
        let names = ["length", "map", "filter"].map(Name::new);
        assert_eq!(nearest("lenght", names), Some(Name::new("length")));
        assert_eq!(nearest("Filter", names), Some(Name::new("filter")));
        assert_eq!(nearest("wobble", names), None);
    }
}
