/// **How fast is the watch, and is it right?** A million events from memory, 72,000 attacks, four
/// guarantors; as many as you like from a file, with as many commitments as you like.
@NullMarked
package org.parley.bench.guarantees;

import org.jspecify.annotations.NullMarked;
