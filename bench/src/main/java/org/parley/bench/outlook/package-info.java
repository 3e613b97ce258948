/// **What does the outlook cost?** Runs of a plan, on all processors and on one.
@NullMarked
package org.parley.bench.outlook;

import org.jspecify.annotations.NullMarked;
