/// **Where does a party stand on one subject, and who says otherwise?** The words that bear on a
/// subject are heard for each party in order of time; the latest of the strongest basis make its
/// cell, and those that cannot both be the last word are a contradiction.
///
/// A row costs time linear in the words that bear on its subject, plus the parties squared.
@NullMarked
package org.parley.board.cell;

import org.jspecify.annotations.NullMarked;
