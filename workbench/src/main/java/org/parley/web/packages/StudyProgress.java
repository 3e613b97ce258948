package org.parley.web.packages;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.web.view.Say;
import org.parley.web.work.Work;

/// How far the computations of a page have come.
///
/// @param stage what is being done; empty where all is done
/// @param percent how much is done
/// @param seen how many parts are known
/// @param ended why it ended before all was computed; null where it did not
/// @param troubles why it could not be computed; empty where it could
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

  /// Why it ended before all was computed, in one sentence; empty where it did not.
  public String cutWords() {
    return ended == null
        ? ""
        : Say.text("packages.page.ended", "why", ended, "seconds", Study.LONGEST.toSeconds());
  }
}
