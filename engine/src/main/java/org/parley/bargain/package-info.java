/// **Is there a deal, which ones, and if not, what stands in the way?** Packages over the open
/// points of a settlement, answered exactly.
///
/// A [Problem] holds parties, points with options, integer worths, linkages, red lines and
/// baselines. Each question is a function from a problem and a [org.parley.exact.Budget] to a
/// [org.parley.exact.Finding]:
/// - [org.parley.bargain.zone.Zones]: the number of acceptable packages, by parties and options;
/// - [org.parley.bargain.frontier.Frontiers]: the efficient frontier;
/// - [org.parley.bargain.solve.Solutions]: Nash, Kalai-Smorodinsky, leximin, utilitarian, equal
///   gains;
/// - [org.parley.bargain.clash.Bridges]: minimal conflicts and concessions; trades from a package.
///
/// Guaranteed: no floating point decides an exact answer. Estimates and covers are marked as such.
/// Linkages are folded into one layered graph; its states are the open conditions. Cost grows with
/// the linkages, not with the number of packages.
///
/// Methods: docs/concepts/packages.md. Literature: docs/papers.md. Figures:
/// docs/benchmarks/packages.md.
///
/// Two parties, two points: the frontier, the Nash solution, and a check of it.
///
/// {@snippet file="EfficientPackages.java" region="packages"}
@NullMarked
package org.parley.bargain;

import org.jspecify.annotations.NullMarked;
