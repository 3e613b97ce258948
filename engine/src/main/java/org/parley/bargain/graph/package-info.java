/// **Which packages are there at all?** The layered graph that all searches share. Not exported.
///
/// [Layers] represents the packages as paths, with linkages and red lines folded in. [Packing]
/// packs their worths into machine words.
///
/// Guaranteed: the paths are exactly the packages that respect the linkages and cross no red line
/// of the signers. Cost: options times states, at most min(k^w, 2^c) states for w open points with
/// k options and c open conditions.
@NullMarked
package org.parley.bargain.graph;

import org.jspecify.annotations.NullMarked;
