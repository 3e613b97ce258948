package org.parley.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/// States that the store itself avoids or cannot be asked for, for tests of what is around it.
@NullMarked
public final class Unsound {

  private Unsound() {}

  /// Records a change of one record as a program does that does not ask whether a case comes of it.
  public static void force(
      Journal journal, String who, String kind, String id, @Nullable String after, Instant at) {
    String before = journal.contents().find(kind, id);
    AppendResult<?> appended =
        journal.appendUnchecked(
            List.of(new Change(kind, id, before, after)), who, "In a race.", at);
    if (!(appended instanceof AppendResult.Done<?>)) {
      throw new AssertionError(appended);
    }
  }

  /// What is thrown where a database does not answer.
  public static JournalAwayException away() {
    return new JournalAwayException("it was unplugged", new IllegalStateException("unplugged"));
  }
}
