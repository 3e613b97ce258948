/// **Which packages are on the table of which round, and what was revealed of the answers?** The
/// records of rounds, for pages, terminal and programs.
@NullMarked
package org.parley.answer.round;

import org.jspecify.annotations.NullMarked;
