/// **How fast is the watch, and is it right?** A million events, 72,000 attacks, four guarantors.
@NullMarked
package org.parley.bench.guarantees;

import org.jspecify.annotations.NullMarked;
