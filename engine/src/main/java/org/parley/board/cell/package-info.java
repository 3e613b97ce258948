/// **Where does a party stand on one subject, and who says otherwise?** Statements on a subject are
/// arranged for each party in order of time. The latest of the strongest basis make its cell.
/// Statements that cannot both stand are a contradiction.
///
/// Cost of a row: linear in the statements on its subject, plus the parties squared.
@NullMarked
package org.parley.board.cell;

import org.jspecify.annotations.NullMarked;
