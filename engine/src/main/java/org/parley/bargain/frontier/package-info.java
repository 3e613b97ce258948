/// **Which packages is no other better than for all?** [Frontiers] finds the efficient frontier.
///
/// Guaranteed: a proved frontier holds every vector that no other dominates, each once, with as
/// many packages as give it; a bounded one says within what distance it covers the rest.
///
/// Literature: Kung, Luccio and Preparata 1975; Bazgan, Hugot and Vanderpooten 2009; Jaszkiewicz
/// and Lust 2018; Klamroth, Lang and Stiglmayr 2022. Cost: docs/concepts/packages.md.
@NullMarked
package org.parley.bargain.frontier;

import org.jspecify.annotations.NullMarked;
