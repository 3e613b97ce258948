package org.parley.web.packages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.Say;
import org.parley.web.work.Work;

/// The progress of the computations of a page.
///
/// @param stage the current stage; empty once all is done
/// @param percent the share done
/// @param seen the number of parts known
/// @param ended the reason of an early end; null for none
/// @param troubles the reasons of a failure; empty for none
public record StudyProgress(
    String stage, int percent, int seen, Work.@Nullable Ended ended, List<String> troubles) {

  public StudyProgress {
    troubles = List.copyOf(troubles);
  }

  /// Whether something is still being computed.
  public boolean isGoingOn() {
    return !stage.isEmpty();
  }

  /// Whether it ended before all was computed.
  public boolean isCut() {
    return ended != null;
  }

  /// The reason of an early end, in one sentence; empty for none.
  public String cutWords() {
    return ended == null
        ? ""
        : Say.text("packages.page.ended", "why", ended, "seconds", Study.LONGEST.toSeconds());
  }

  /// Why there is nothing to show yet.
  List<String> lacks() {
    if (!troubles.isEmpty()) {
      return troubles;
    }
    return List.of(isCut() ? cutWords() : Say.text("packages.page.not-counted"));
  }
}
