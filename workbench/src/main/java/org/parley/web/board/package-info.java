/// **Who stands where, and how complete is it?** The board, the sets of parties that agree, one
/// point, one party.
///
/// Each page is one record of its content; templates decide only layout.
@NullMarked
package org.parley.web.board;

import org.jspecify.annotations.NullMarked;
