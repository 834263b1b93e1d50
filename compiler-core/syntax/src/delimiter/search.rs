//! The cheapest change that makes brackets match: a beam search from left to right over stacks of
//! open brackets, in which each change has a price and so has a pair that the layout speaks against.

use std::collections::BTreeMap;

use super::layout::Place;
use crate::token::TokenKind as K;

/// A change. Numbers are indices of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// An opener lacks its closer, which belongs before the other token.
    Unclosed { opener: usize, before: usize },
    /// A closer closes nothing.
    Extra { closer: usize },
    /// A closer is of another kind than its opener.
    Wrong { opener: usize, closer: usize },
    /// A bracket stands before another that belongs before it.
    Swapped { first: usize },
}

/// A change that makes one place right.
const CHANGE: u32 = 10;
/// A brace in parameters, which hold none.
const BRACE_IN_PARAMS: u32 = 6;
/// A closer whose line is not indented as that of its opener.
const ODD_LAYOUT: u32 = 2;
/// How much dearer than the cheapest a state may be.
const SLACK: u32 = 6 * CHANGE;
/// How many closers may be missing at one place.
const MISSING_AT_ONCE: u32 = 8;
const NONE: u32 = u32::MAX;

/// The changes, in the order in which they were made.
pub(super) fn search(kinds: &[K], places: &[Place]) -> Vec<Change> {
    let is_bracket = |kind: &K| kind.closer().is_some() || kind.is_closer();
    let brackets: Vec<usize> = (0..kinds.len())
        .filter(|index| is_bracket(&kinds[*index]))
        .collect();
    let mut search = Search {
        kinds,
        places,
        open: Vec::new(),
        interned: BTreeMap::new(),
        made: Vec::new(),
    };
    // What is very long gets less thought.
    let width = (100_000 / brackets.len().max(1)).clamp(2, 64);
    let mut now = Beam::from([(NONE, Path::default())]);
    let mut next = Beam::new();
    for (position, index) in brackets.iter().enumerate() {
        thin(&mut now, width);
        let mut after = Beam::new();
        let following = brackets.get(position + 1).filter(|it| **it == index + 1);
        for (stack, path) in &now {
            search.read(*index, (*stack, *path), &mut next);
            if following.is_some() {
                search.swap(*index, (*stack, *path), &mut after);
            }
        }
        now = std::mem::replace(&mut next, after);
    }
    search.finish(now)
}

/// The cheapest way to each stack of open brackets.
type Beam = BTreeMap<u32, Path>;

#[derive(Clone, Copy)]
struct Path {
    cost: u32,
    /// The last change: an index into those made.
    last: u32,
}

impl Default for Path {
    fn default() -> Self {
        Self {
            cost: 0,
            last: NONE,
        }
    }
}

/// A stack is its top: an index into those that were open at some time.
struct Open {
    token: usize,
    below: u32,
}

struct Search<'t> {
    kinds: &'t [K],
    places: &'t [Place],
    open: Vec<Open>,
    interned: BTreeMap<(u32, usize), u32>,
    /// Changes, each with the one before it.
    made: Vec<(Change, u32)>,
}

impl Search<'_> {
    fn read(&mut self, index: usize, (stack, path): (u32, Path), beam: &mut Beam) {
        if self.kinds[index].closer().is_some() {
            self.open(index, (stack, path), beam);
        } else {
            self.close(index, (stack, path), beam);
        }
    }

    fn open(&mut self, index: usize, (stack, path): (u32, Path), beam: &mut Beam) {
        let in_params = self.kinds[index] == K::LeftBrace && self.holds_params(stack);
        if in_params {
            let opener = self.open[stack as usize].token;
            let below = self.open[stack as usize].below;
            let before = index;
            let ended = self.make(path, Change::Unclosed { opener, before });
            let pushed = self.push(below, index);
            offer(beam, pushed, ended);
        }
        let price = if in_params { BRACE_IN_PARAMS } else { 0 };
        let pushed = self.push(stack, index);
        offer(beam, pushed, dearer(path, price));
    }

    fn holds_params(&self, stack: u32) -> bool {
        let Some(opener) = self.open.get(stack as usize).map(|open| open.token) else {
            return false;
        };
        let before = |back: usize| opener.checked_sub(back).map(|index| self.kinds[index]);
        before(1) == Some(K::Fn) || (before(1) == Some(K::Name) && before(2) == Some(K::Fn))
    }

    fn close(&mut self, index: usize, (stack, path): (u32, Path), beam: &mut Beam) {
        let extra = self.make(path, Change::Extra { closer: index });
        offer(beam, stack, extra);
        if let Some(open) = self.open.get(stack as usize) {
            let (opener, below) = (open.token, open.below);
            if self.kinds[opener].closer() != Some(self.kinds[index]) {
                let closer = index;
                let wrong = self.make(path, Change::Wrong { opener, closer });
                offer(beam, below, dearer(wrong, self.layout_price(opener, index)));
            }
        }
        let (mut stack, mut path) = (stack, path);
        for _ in 0..=MISSING_AT_ONCE {
            let Some(open) = self.open.get(stack as usize) else {
                break;
            };
            let (opener, below) = (open.token, open.below);
            if self.kinds[opener].closer() == Some(self.kinds[index]) {
                offer(beam, below, dearer(path, self.layout_price(opener, index)));
            }
            let before = index;
            path = self.make(path, Change::Unclosed { opener, before });
            stack = below;
        }
    }

    /// Reads the next two brackets the other way round, if that needs no other change.
    fn swap(&mut self, first: usize, (stack, path): (u32, Path), beam: &mut Beam) {
        let Some(middle) = self.step(stack, first + 1) else {
            return;
        };
        let Some(end) = self.step(middle, first) else {
            return;
        };
        // `)(` would become `()` where nothing is in order before or after.
        let swapped = self.make(path, Change::Swapped { first });
        offer(beam, end, swapped);
    }

    /// The stack after a bracket that fits.
    fn step(&mut self, stack: u32, index: usize) -> Option<u32> {
        let kind = self.kinds[index];
        if kind.closer().is_some() {
            return Some(self.push(stack, index));
        }
        let open = self.open.get(stack as usize)?;
        (self.kinds[open.token].closer() == Some(kind)).then_some(open.below)
    }

    fn layout_price(&self, opener: usize, closer: usize) -> u32 {
        let (from, to) = (self.places[opener], self.places[closer]);
        if from.line == to.line || from.indent == to.indent {
            0
        } else {
            ODD_LAYOUT
        }
    }

    fn push(&mut self, below: u32, token: usize) -> u32 {
        let open = &mut self.open;
        *self.interned.entry((below, token)).or_insert_with(|| {
            open.push(Open { token, below });
            open.len() as u32 - 1
        })
    }

    fn make(&mut self, path: Path, change: Change) -> Path {
        self.made.push((change, path.last));
        Path {
            cost: path.cost + CHANGE,
            last: self.made.len() as u32 - 1,
        }
    }

    /// Closes what is open at the end, and takes the cheapest way there.
    fn finish(mut self, beam: Beam) -> Vec<Change> {
        let depth = |mut stack: u32| {
            let mut depth = 0;
            while let Some(open) = self.open.get(stack as usize) {
                stack = open.below;
                depth += CHANGE;
            }
            depth
        };
        let ends = beam.into_iter();
        let cheapest = ends.min_by_key(|(stack, path)| path.cost.saturating_add(depth(*stack)));
        let Some((mut stack, mut path)) = cheapest else {
            return Vec::new();
        };
        while let Some(open) = self.open.get(stack as usize) {
            let (opener, before) = (open.token, self.kinds.len());
            stack = open.below;
            path = self.make(path, Change::Unclosed { opener, before });
        }
        let mut changes = Vec::new();
        let mut last = path.last;
        while let Some((change, before)) = self.made.get(last as usize) {
            changes.push(*change);
            last = *before;
        }
        changes.reverse();
        changes
    }
}

fn offer(beam: &mut Beam, stack: u32, path: Path) {
    let known = beam.entry(stack).or_insert(path);
    if path.cost < known.cost {
        *known = path;
    }
}

fn dearer(path: Path, price: u32) -> Path {
    Path {
        cost: path.cost + price,
        ..path
    }
}

/// Drops what is much dearer than the cheapest.
fn thin(beam: &mut Beam, width: usize) {
    let least = beam.values().map(|path| path.cost).min().unwrap_or(0);
    beam.retain(|_, path| path.cost <= least + SLACK);
    if beam.len() > width {
        let mut costs: Vec<u32> = beam.values().map(|path| path.cost).collect();
        costs.sort_unstable();
        let most = costs[width];
        let cheaper = beam.values().filter(|path| path.cost < most).count();
        let mut equal = width - cheaper;
        beam.retain(|_, path| {
            let stays = path.cost < most || (path.cost == most && equal > 0);
            equal -= usize::from(stays && path.cost == most);
            stays
        });
    }
}
