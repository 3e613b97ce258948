package org.parley.web.ledger;

import java.util.List;
import org.parley.answer.board.WarningsAnswer.RecordWarning;
import org.parley.web.view.CaseWarnings;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;

/// The records of a case that are probably wrong, as `parley check` lists them.
///
/// @param open the case
public record WarningsPage(OpenCase open) {

  public Frame frame() {
    return Frame.of(Say.text("warnings.title"), open.view().info(), "warnings");
  }

  /// The answer in one sentence.
  public String answer() {
    return Say.text("warnings.answer", "count", warnings().size());
  }

  public List<RecordWarning> warnings() {
    return CaseWarnings.of(open).warnings();
  }
}
