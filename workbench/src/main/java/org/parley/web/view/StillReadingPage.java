package org.parley.web.view;

import org.parley.casefile.LoadProgress;
import org.parley.wording.Messages;

/// The page of a case while it is loaded.
///
/// @param isCounted whether files and records are counted
public record StillReadingPage(LoadProgress.State state, boolean isCounted) {

  private static final int READ = 40;
  private static final int CHECKED = 70;
  private static final int RECORDED = 80;
  private static final int ALL = 100;

  public StillReadingPage(LoadProgress.State state) {
    this(state, true);
  }

  /// The same without counts: they tell how much there is that not everybody may see.
  public StillReadingPage withoutCounts() {
    return new StillReadingPage(state, false);
  }

  public Frame frame() {
    return new Frame(Say.text("opening.title"), "Parley", "door");
  }

  /// How far it is, in a few words.
  public String words() {
    return switch (state.stage()) {
      case REPLAYING -> words("replaying", state.done(), state.all());
      case READING -> words("reading", state.files(), state.allFiles());
      case CHECKING -> words("checking", state.done(), state.all());
      case RECORDING -> words("recording", state.done(), state.all());
      case OPENING -> words(state.done() == 0 ? "opening" : "indexing", state.done(), state.all());
    };
  }

  private String words(String stage, int done, int all) {
    return Say.text(
        "opening.stage",
        "stage",
        new Messages.Select(stage),
        "counted",
        isCounted && all > 0,
        "done",
        done,
        "all",
        all);
  }

  /// How far it is, of a hundred.
  public int percent() {
    return switch (state.stage()) {
      case REPLAYING -> share(0, READ, state.done(), state.all());
      case READING -> share(0, READ, state.characters(), state.allCharacters());
      case CHECKING -> share(READ, CHECKED, state.done(), state.all());
      case RECORDING -> share(CHECKED, RECORDED, state.done(), state.all());
      case OPENING -> share(RECORDED, ALL, state.done(), state.all());
    };
  }

  private static int share(int from, int to, long done, long all) {
    return all == 0 ? from : (int) (from + (to - from) * done / all);
  }
}
