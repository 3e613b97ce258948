/// What questions of sequence cost.
@NullMarked
package org.parley.bench.sequence;

import org.jspecify.annotations.NullMarked;
