/// **How is the board written as JSON?** Its cells, its counts, and what moved.
@NullMarked
package org.parley.answer.board;

import org.jspecify.annotations.NullMarked;
