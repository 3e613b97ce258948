/// **Is there a deal, which ones, and if not, what stands in the way?** Packages over the open
/// points of a settlement, answered exactly.
///
/// A [Problem] holds parties, points with options, whole-number worths, linkages, red lines and
/// baselines. Each question is a function from a problem and a [org.parley.exact.Budget] to a
/// [org.parley.exact.Finding]:
/// - [org.parley.bargain.zone.Zones]: how many packages are acceptable, to whom, with which
///   options;
/// - [org.parley.bargain.frontier.Frontiers]: the packages no other package is better than for all;
/// - [org.parley.bargain.solve.Solutions]: Nash, Kalai-Smorodinsky, leximin, utilitarian, equal
///   gains;
/// - [org.parley.bargain.clash.Bridges]: what clashes where nothing is acceptable, and what is
///   cheapest to move; trades from the package on the table.
///
/// Guaranteed: no floating point decides an exact answer; what is only estimated or only covered
/// says so. Linkages are folded into one layered graph whose states are the conditions still open,
/// so that cost grows with how intertwined the points are and not with the number of packages.
///
/// Literature and cost: docs/concepts/packages.md and docs/papers.md.
@NullMarked
package org.parley.bargain;

import org.jspecify.annotations.NullMarked;
