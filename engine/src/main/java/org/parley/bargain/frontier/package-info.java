/// **Which packages are efficient?** [Frontiers] computes the efficient (Pareto) frontier as a
/// Minkowski sum over the points, with k-way merge and dominance sweep.
///
/// Guaranteed: a proved frontier holds every non-dominated vector once, with its number of
/// packages. A bounded one is an epsilon-cover and states its distance.
///
/// Literature: Kung, Luccio and Preparata 1975; Bazgan, Hugot and Vanderpooten 2009; Jaszkiewicz
/// and Lust 2018; Klamroth, Lang and Stiglmayr 2022. Method: docs/concepts/packages.md. Figures:
/// docs/benchmarks/packages.md.
@NullMarked
package org.parley.bargain.frontier;

import org.jspecify.annotations.NullMarked;
