/// **Who said what of whom, and does it count on a day?** Every claim of a view as a word, the
/// stance it expresses, the parties it is a word of and on which basis, and the ledger of what
/// still stands on a day.
///
/// Prepared once for all days in time linear in the claims; a ledger costs a pass over them.
@NullMarked
package org.parley.board.word;

import org.jspecify.annotations.NullMarked;
