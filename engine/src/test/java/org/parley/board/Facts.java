package org.parley.board;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.parley.board.cell.Contradiction;
import org.parley.board.cell.Row;
import org.parley.board.word.Ledger;
import org.parley.model.PartyId;

/// Everything a board says, to compare two boards whole.
@NullMarked
record Facts(
    List<PartyId> columns,
    List<Row> rows,
    List<Contradiction> contradictions,
    List<Agreement> completeness,
    List<QuotedShare> quotedShares,
    List<Ledger.Entry> ledger,
    BoardSummary summary) {

  static Facts of(Board board) {
    return new Facts(
        board.columns(),
        board.rows(),
        board.contradictions(),
        board.completeness(),
        board.quotedShares(),
        board.ledger().entries(),
        board.summary());
  }
}
