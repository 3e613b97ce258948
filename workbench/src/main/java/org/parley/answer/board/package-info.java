/// **How is the board written as JSON?** Its cells, its counts, and its changes.
@NullMarked
package org.parley.answer.board;

import org.jspecify.annotations.NullMarked;
