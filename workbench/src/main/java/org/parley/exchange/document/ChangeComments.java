package org.parley.exchange.document;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.document.InstrumentTexts.AvailableText;
import org.parley.model.comment.CommentSubject;
import org.parley.model.comment.CommentThread;
import org.parley.redline.ComparedElement;

/// The comments on the changes between two versions of a text.
///
/// @param threads the threads, the earliest first
public record ChangeComments(List<ChangeThread> threads) {

  /// A thread on a change.
  ///
  /// @param change the number of the change, from 1; 0 if its element no longer differs
  /// @param on the change
  public record ChangeThread(int change, CommentSubject.ElementChange on, CommentThread thread) {}

  public ChangeComments {
    threads = List.copyOf(threads);
  }

  /// An element of one of two texts: its id, and whether it is in the earlier one alone.
  private record Place(String element, boolean removed) {}

  /// The comments on the changes of a text; none if it is compared with none.
  public static ChangeComments of(WrittenText text) {
    AvailableText against = text.against();
    List<CommentThread> all = CommentThread.of(text.view().comments());
    if (against == null || all.isEmpty()) {
      return new ChangeComments(List.of());
    }
    Map<Place, Integer> changes = changes(text);
    List<ChangeThread> threads = new ArrayList<>();
    for (CommentThread each : all) {
      CommentSubject.ElementChange on = each.change();
      if (on != null
          && on.isOf(text.instrument().id(), against.version(), text.version().version())) {
        Place place = new Place(on.element(), on.removed());
        threads.add(new ChangeThread(changes.getOrDefault(place, 0), on, each));
      }
    }
    return new ChangeComments(threads);
  }

  private static Map<Place, Integer> changes(WrittenText text) {
    Map<Place, Integer> changes = new HashMap<>();
    int number = 0;
    for (ComparedElement each : text.comparison().elements()) {
      if (each.isChanged()) {
        number++;
        changes.putIfAbsent(new Place(each.element().id(), each.after() == null), number);
      }
    }
    return changes;
  }

  /// The threads on a change.
  ///
  /// @param change its number; 0 for what no longer differs
  public List<ChangeThread> on(int change) {
    return threads.stream().filter(each -> each.change() == change).toList();
  }
}
