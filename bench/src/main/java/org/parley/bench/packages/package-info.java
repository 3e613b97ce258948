/// **What do packages cost, beside what others need for the same answer?** Frontiers against brute
/// force, CP-SAT, Choco and issue merging; then scale. Answers are compared before times are.
@NullMarked
package org.parley.bench.packages;

import org.jspecify.annotations.NullMarked;
