//! Strongly connected components.

/// The strongly connected components of the graph in which node `n` leads to `edges[n]`: those that
/// others lead to come first, and the nodes of each are sorted.
///
/// Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack of our own.
pub fn components(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut search = Search {
        edges,
        states: vec![None; edges.len()],
        entered: 0,
        open: Vec::new(),
        components: Vec::new(),
    };
    for node in 0..edges.len() {
        search.visit(node);
    }
    search.components
}

struct Search<'a> {
    edges: &'a [Vec<usize>],
    states: Vec<Option<State>>,
    entered: usize,
    open: Vec<usize>,
    components: Vec<Vec<usize>>,
}

#[derive(Clone, Copy)]
struct State {
    order: usize,
    low: usize,
    open: bool,
}

/// A node whose edges are being followed.
struct Step {
    node: usize,
    next: usize,
}

impl Search<'_> {
    fn visit(&mut self, root: usize) {
        if self.states[root].is_some() {
            return;
        }
        let mut path = vec![self.enter(root)];
        while let Some(step) = path.last_mut() {
            let node = step.node;
            if let Some(target) = self.edges[node].get(step.next).copied() {
                step.next += 1;
                match self.states[target] {
                    None => path.push(self.enter(target)),
                    Some(state) if state.open => self.lower(node, state.order),
                    Some(_) => {}
                }
            } else {
                path.pop();
                let low = self.leave(node);
                if let Some(parent) = path.last() {
                    self.lower(parent.node, low);
                }
            }
        }
    }

    fn enter(&mut self, node: usize) -> Step {
        let order = self.entered;
        self.entered += 1;
        self.states[node] = Some(State {
            order,
            low: order,
            open: true,
        });
        self.open.push(node);
        Step { node, next: 0 }
    }

    fn lower(&mut self, node: usize, low: usize) {
        if let Some(state) = &mut self.states[node] {
            state.low = state.low.min(low);
        }
    }

    /// Closes the component if `node` is its first; gives the lowest node that it reaches.
    fn leave(&mut self, node: usize) -> usize {
        let Some(state) = self.states[node] else {
            return usize::MAX;
        };
        if state.low == state.order {
            let mut component = Vec::new();
            while let Some(member) = self.open.pop() {
                if let Some(state) = &mut self.states[member] {
                    state.open = false;
                }
                component.push(member);
                if member == node {
                    break;
                }
            }
            component.sort_unstable();
            self.components.push(component);
        }
        state.low
    }
}

#[cfg(test)]
mod tests {
    use super::components;

    #[test]
    fn cycles_are_components() {
        let edges = [vec![1], vec![2, 3], vec![1], vec![3], vec![0]];
        assert_eq!(components(&edges), [vec![3], vec![1, 2], vec![0], vec![4]]);
    }

    #[test]
    fn long_chains_do_not_recur() {
        let edges: Vec<_> = (0..100_000)
            .map(|node| vec![(node + 1) % 100_000])
            .collect();
        assert_eq!(components(&edges).len(), 1);
    }
}
