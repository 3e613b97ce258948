/// **What do packages of published domains cost, beside the tools of the field?** Correctness
/// first: each answer is compared before any time is printed.
///
/// GENIUS is timed if its classes are available; it is never shipped or built here. The issue
/// merging of GeniusWeb is reimplemented from its description.
@NullMarked
package org.parley.bench.packages.peers;

import org.jspecify.annotations.NullMarked;
