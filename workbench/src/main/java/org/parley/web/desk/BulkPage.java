package org.parley.web.desk;

import java.time.LocalDate;
import java.util.List;
import org.parley.web.service.Rights;
import org.parley.web.service.Visitor;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;

/// What would be written if all sure statements were accepted.
///
/// @param frame the page frame
/// @param filter the filter of the desk that is left
/// @param least the least confidence, in percent
/// @param entries the statements that would be written
/// @param digest the SHA-256 of what would be written
/// @param left how many statements are left to be decided one by one
/// @param readers who sees what is accepted
/// @param troubles why it was not written, in sentences
public record BulkPage(
    Frame frame,
    DeskFilter filter,
    int least,
    List<Entry> entries,
    String digest,
    int left,
    String readers,
    List<String> troubles) {

  /// A statement, and the claim that would hold it.
  public record Entry(StatementView statement, String claim) {}

  public BulkPage {
    entries = List.copyOf(entries);
    troubles = List.copyOf(troubles);
  }

  /// The page for a visitor.
  public static BulkPage of(
      DeskService desk,
      Visitor visitor,
      OpenCase open,
      LocalDate today,
      DeskFilter filter,
      int least,
      List<String> troubles) {
    BulkPreview preview = desk.bulk(visitor, open, filter, least);
    int waiting = desk.batch(visitor, open).statements().size();
    return new BulkPage(
        Frame.of(Say.text("desk.bulk"), open.view().info(), "desk"),
        filter,
        least,
        preview.entries().stream()
            .map(
                each ->
                    new Entry(
                        StatementView.of(
                            open,
                            each.statement(),
                            today,
                            Rights.defaultVisibility(visitor),
                            null,
                            List.of()),
                        each.claim().value()))
            .toList(),
        preview.digest(),
        waiting - preview.entries().size(),
        Say.readers(open.view(), Rights.defaultVisibility(visitor)),
        troubles);
  }

  /// Whether readers of accepted records are named: if others have access to the case.
  public boolean marksReaders() {
    return Visit.current().marksPublic();
  }
}
