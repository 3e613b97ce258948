/// **What does a clause say of the state of something?** A denial, a refusal, a share, a forecast
/// or an agreement, by lists of words and by how the clause is built.
@NullMarked
package org.parley.reading.rules.stance;

import org.jspecify.annotations.NullMarked;
