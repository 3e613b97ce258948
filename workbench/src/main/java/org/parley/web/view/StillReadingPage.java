package org.parley.web.view;

import org.parley.casefile.LoadProgress;

/// The page of a case while it is loaded.
public record StillReadingPage(LoadProgress.State state) {

  private static final String NAME = "Reading the case";
  private static final int READ = 60;
  private static final int CHECKED = 90;

  public Frame frame() {
    return new Frame(NAME, "Parley", "door");
  }

  /// How far it is, in a few words.
  public String words() {
    return switch (state.stage()) {
      case READING ->
          state.allFiles() == 0
              ? NAME
              : NAME + ": " + state.files() + " of " + Say.count(state.allFiles(), "file", "files");
      case CHECKING -> "Checking the records";
      case OPENING -> "Making the board";
    };
  }

  /// How far the reading of the files is, of a hundred; checking is the rest.
  public int percent() {
    return switch (state.stage()) {
      case READING ->
          state.allCharacters() == 0
              ? 0
              : (int) (READ * state.characters() / state.allCharacters());
      case CHECKING -> READ;
      case OPENING -> CHECKED;
    };
  }
}
