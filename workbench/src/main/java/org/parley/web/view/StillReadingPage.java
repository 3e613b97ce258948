package org.parley.web.view;

import java.util.Locale;
import org.parley.casefile.LoadProgress;

/// The page of a case while it is loaded.
public record StillReadingPage(LoadProgress.State state) {

  private static final String NAME = "Reading the case";
  private static final int READ = 40;
  private static final int CHECKED = 70;
  private static final int ALL = 100;

  public Frame frame() {
    return new Frame(NAME, "Parley", "door");
  }

  /// How far it is, in a few words.
  public String words() {
    return switch (state.stage()) {
      case READING -> state.allFiles() == 0 ? NAME : NAME + files(state.files(), state.allFiles());
      case CHECKING -> "Checking the records" + files(state.done(), state.all());
      case OPENING ->
          "Making the board"
              + (state.done() == 0
                  ? ""
                  : String.format(
                      Locale.ROOT,
                      " and the search index: %,d of %,d records",
                      state.done(),
                      state.all()));
    };
  }

  private static String files(int done, int all) {
    return all == 0 ? "" : ": " + done + " of " + Say.count(all, "file", "files");
  }

  /// How far it is, of a hundred.
  public int percent() {
    return switch (state.stage()) {
      case READING -> share(0, READ, state.characters(), state.allCharacters());
      case CHECKING -> share(READ, CHECKED, state.done(), state.all());
      case OPENING -> share(CHECKED, ALL, state.done(), state.all());
    };
  }

  private static int share(int from, int to, long done, long all) {
    return all == 0 ? from : (int) (from + (to - from) * done / all);
  }
}
