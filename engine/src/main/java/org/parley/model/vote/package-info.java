/// **When is a vote carried?** The rule of a vote that was held, and of one that is expected.
@NullMarked
package org.parley.model.vote;

import org.jspecify.annotations.NullMarked;
