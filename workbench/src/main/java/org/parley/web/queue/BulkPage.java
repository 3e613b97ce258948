package org.parley.web.queue;

import java.time.LocalDate;
import java.util.List;
import org.parley.web.service.Rights;
import org.parley.web.service.Visitor;
import org.parley.web.view.Frame;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.Visit;

/// The preview of accepting all sure statements.
///
/// @param frame the page frame
/// @param filter the filter of the queue that is left
/// @param least the least confidence, in percent
/// @param entries the statements that would be written
/// @param digest the SHA-256 of what would be written
/// @param left how many statements are left to be decided one by one
/// @param readers who sees what is accepted
/// @param troubles why it was not written, in sentences
public record BulkPage(
    Frame frame,
    QueueFilter filter,
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
      QueueService queue,
      Visitor visitor,
      OpenCase open,
      LocalDate today,
      QueueFilter filter,
      int least,
      List<String> troubles) {
    BulkPreview preview = queue.bulk(visitor, open, filter, least);
    int waiting = queue.batch(visitor, open).statements().size();
    return new BulkPage(
        Frame.of(Say.text("queue.bulk"), open.view().info(), "queue"),
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
