/// **What do packages of published domains cost, next to the tools of the field?** Correctness
/// first: each answer is compared before any time is printed.
///
/// GENIUS is timed where its classes are at hand, never shipped or built here. The merging of
/// issues that GeniusWeb does is written anew after its description.
@NullMarked
package org.parley.bench.packages.peers;

import org.jspecify.annotations.NullMarked;
