/// **What do packages cost, compared with other solvers?** Frontiers against brute force, CP-SAT,
/// Choco and issue merging; then scale. Answers are compared before times are.
@NullMarked
package org.parley.bench.packages;

import org.jspecify.annotations.NullMarked;
