package org.parley.web.board;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.document.DocumentElement;
import org.parley.document.InstrumentTexts;
import org.parley.document.InstrumentTexts.AvailableText;
import org.parley.exchange.document.ChangeComments;
import org.parley.exchange.document.ChangeComments.ChangeThread;
import org.parley.exchange.document.WrittenText;
import org.parley.model.Visibility;
import org.parley.model.comment.CommentId;
import org.parley.model.comment.CommentSubject;
import org.parley.model.comment.CommentThread;
import org.parley.web.board.ComparedTextsPage.TextStretch;
import org.parley.web.comment.CommentForms;
import org.parley.web.view.Address;
import org.parley.web.view.Link;

/// The comments beside the changes of a text, and who may see further ones.
///
/// @param text the later text, and the earlier one
/// @param texts every text of the instrument
/// @param known the comments on these changes
/// @param forms the forms for further ones
public record ComparedComments(
    WrittenText text, List<AvailableText> texts, ChangeComments known, CommentForms forms) {

  ComparedComments with(CommentForms other) {
    return new ComparedComments(text, texts, known, other);
  }

  /// A change as comments name it.
  public CommentSubject.ElementChange subject(TextStretch change) {
    AvailableText against = Objects.requireNonNull(text.against(), "changes without a comparison");
    return new CommentSubject.ElementChange(
        text.instrument().id(),
        against.version(),
        text.version().version(),
        change.changed().element().id(),
        change.isRemoved());
  }

  /// Who sees a change.
  public Visibility readers(TextStretch change) {
    DocumentElement before = change.changed().before();
    DocumentElement after = change.changed().after();
    DocumentElement shown = change.changed().element();
    return readers(text.against(), before == null ? shown : before)
        .and(readers(text.version(), after == null ? shown : after));
  }

  private Visibility readers(@Nullable AvailableText version, DocumentElement element) {
    return version == null
        ? text.instrument().visibility()
        : InstrumentTexts.of(text.view(), text.instrument()).readers(version, element);
  }

  /// The threads on a change.
  ///
  /// @param change its number; 0 for what no longer differs
  public List<CommentThread> threads(int change) {
    return known.on(change).stream().map(ChangeThread::thread).toList();
  }

  /// How many threads on a change are open.
  public int open(int change) {
    return CommentThread.open(threads(change));
  }

  /// Comments on the changes between two other versions.
  ///
  /// @param open how many are open
  /// @param resolved how many are resolved
  public record OtherComments(String from, String to, int open, int resolved, String href) {}

  private record Versions(String from, String to) {}

  /// The other comparisons of this instrument that have comments.
  public List<OtherComments> others() {
    Map<Versions, List<CommentThread>> others = new LinkedHashMap<>();
    for (CommentThread each : CommentThread.of(text.view().comments())) {
      CommentSubject.ElementChange on = each.change();
      if (on != null && isOther(on)) {
        others.computeIfAbsent(new Versions(on.from(), on.to()), _ -> new ArrayList<>()).add(each);
      }
    }
    return others.entrySet().stream().map(each -> other(each.getKey(), each.getValue())).toList();
  }

  private boolean isOther(CommentSubject.ElementChange on) {
    AvailableText against = text.against();
    return on.instrument().equals(text.instrument().id())
        && has(on.from())
        && has(on.to())
        && (against == null
            || !on.isOf(on.instrument(), against.version(), text.version().version()));
  }

  private boolean has(String version) {
    return texts.stream().anyMatch(each -> each.version().equals(version));
  }

  private OtherComments other(Versions of, List<CommentThread> threads) {
    int open = CommentThread.open(threads);
    return new OtherComments(
        of.from(), of.to(), open, threads.size() - open, compared(of.from(), of.to()));
  }

  private String compared(String from, String to) {
    return Link.to(Address.COMPARED_TEXTS, text.instrument().id())
        + "?from="
        + Link.encoded(from)
        + "&to="
        + Link.encoded(to);
  }

  /// The address of a thread on this page.
  public String address(CommentId first) {
    AvailableText against = text.against();
    return compared(against == null ? "" : against.version(), text.version().version())
        + "#thread-"
        + first.value();
  }
}
