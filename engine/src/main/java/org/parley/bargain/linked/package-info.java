/// The frontier of linked problems of two parties: worths of combinations, and caps of worths.
///
/// Where worths of combinations overlap on many points, the layered graph has too many states. Here
/// each joint worth is split among its points instead (cost splitting, a Lagrangian relaxation;
/// compare soft arc consistency, Cooper and others 2010). Any split in whole numbers bounds the
/// worth of all packages, so that a proof needs no trust in how the split was found.
@NullMarked
package org.parley.bargain.linked;

import org.jspecify.annotations.NullMarked;
