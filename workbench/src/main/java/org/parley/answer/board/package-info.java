/// **What does the board look like to a program?** Its cells, its counts, and what moved.
@NullMarked
package org.parley.answer.board;

import org.jspecify.annotations.NullMarked;
