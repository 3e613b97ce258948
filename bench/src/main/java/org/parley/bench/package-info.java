/// **What does it cost?** Measurements side by side with peers and brute force, correctness first.
/// Never published.
@NullMarked
package org.parley.bench;

import org.jspecify.annotations.NullMarked;
