/// **What does it cost?** Benchmarks against peers and brute force, with correctness checked first.
/// Never published.
@NullMarked
package org.parley.bench;

import org.jspecify.annotations.NullMarked;
