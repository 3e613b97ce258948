/// **What waits for one reader?** The list of pages, programs and the terminal.
@NullMarked
package org.parley.answer.waiting;

import org.jspecify.annotations.NullMarked;
