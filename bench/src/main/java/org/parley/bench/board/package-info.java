/// **What does a board cost?** Validation and board over generated cases of growing size.
@NullMarked
package org.parley.bench.board;

import org.jspecify.annotations.NullMarked;
