/// **What do questions about sequences cost?** Knots and exposure over generated problems, beside
/// CP-SAT.
@NullMarked
package org.parley.bench.sequence;

import org.jspecify.annotations.NullMarked;
