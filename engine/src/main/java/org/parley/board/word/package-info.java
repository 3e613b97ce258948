/// **Which statements about which party count on a day?** Every claim of a view as a statement: its
/// stance, its parties, the basis for each. The ledger holds those that stand on a day.
///
/// Prepared once for all days in time linear in the claims; a ledger costs a pass over them.
@NullMarked
package org.parley.board.word;

import org.jspecify.annotations.NullMarked;
