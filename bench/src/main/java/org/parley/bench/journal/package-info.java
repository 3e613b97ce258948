/// **What does a journal cost?** Opening, verifying, exporting and adding to journals of growing
/// size.
@NullMarked
package org.parley.bench.journal;

import org.jspecify.annotations.NullMarked;
