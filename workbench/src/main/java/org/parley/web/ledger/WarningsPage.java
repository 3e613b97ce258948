package org.parley.web.ledger;

import java.util.List;
import org.parley.answer.board.WarningsAnswer.FoundWarning;
import org.parley.answer.board.WarningsAnswer.RecordWarning;
import org.parley.web.view.Address;
import org.parley.web.view.BadQuery;
import org.parley.web.view.CaseWarnings;
import org.parley.web.view.Frame;
import org.parley.web.view.Link;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Query;
import org.parley.web.view.Say;

/// The records of a case that are probably wrong, as `parley check` lists them.
///
/// @param open the case
/// @param page the page of the list, from 1
/// @param pages how many pages there are, at least 1
public record WarningsPage(OpenCase open, int page, int pages) {

  private static final int PAGE_SIZE = 200;

  /// A page of the list.
  ///
  /// @throws BadQuery if the list has fewer pages
  public static WarningsPage of(OpenCase open, Query query) {
    int pages = Math.max(1, Math.ceilDiv(CaseWarnings.list(open).size(), PAGE_SIZE));
    return new WarningsPage(open, query.number("page", 1, pages, 1), pages);
  }

  public Frame frame() {
    return Frame.of(Say.text("warnings.title"), open.view().info(), "warnings");
  }

  /// The answer in one sentence.
  public String answer() {
    return Say.text("warnings.answer", "count", CaseWarnings.list(open).size());
  }

  /// The warnings on this page.
  public List<RecordWarning> warnings() {
    return CaseWarnings.list(open).stream()
        .skip((page - 1L) * PAGE_SIZE)
        .limit(PAGE_SIZE)
        .map(FoundWarning::inWords)
        .toList();
  }

  /// The address of page `number` of the list.
  public String url(int number) {
    return Link.to(Address.WARNINGS) + (number == 1 ? "" : "?page=" + number);
  }
}
