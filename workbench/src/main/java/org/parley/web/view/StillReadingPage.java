package org.parley.web.view;

import java.util.Locale;
import org.parley.casefile.LoadProgress;

/// The page of a case while it is loaded.
///
/// @param isCounted whether files and records are counted
public record StillReadingPage(LoadProgress.State state, boolean isCounted) {

  private static final String NAME = "Reading the case";
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
    return new Frame(NAME, "Parley", "door");
  }

  /// How far it is, in a few words.
  public String words() {
    return switch (state.stage()) {
      case REPLAYING -> "Reading the journal" + of("entries");
      case READING -> NAME + files(state.files(), state.allFiles());
      case CHECKING -> "Checking the records" + files(state.done(), state.all());
      case RECORDING -> "Recording in the journal" + of("records");
      case OPENING ->
          "Making the board" + (state.done() == 0 ? "" : " and the search index" + of("records"));
    };
  }

  private String files(int done, int all) {
    return isCounted && all > 0 ? ": " + done + " of " + Say.count(all, "file", "files") : "";
  }

  private String of(String things) {
    return isCounted && state.all() > 0
        ? String.format(Locale.ROOT, ": %,d of %,d %s", state.done(), state.all(), things)
        : "";
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
