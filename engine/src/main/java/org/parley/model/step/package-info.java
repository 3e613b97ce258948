/// **What is to happen, and what is demanded of its order?** Steps, contested terms with their
/// readings, and demands, each with the claim it rests on.
@NullMarked
package org.parley.model.step;

import org.jspecify.annotations.NullMarked;
