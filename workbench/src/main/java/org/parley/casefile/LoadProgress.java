package org.parley.casefile;

import java.util.concurrent.atomic.AtomicReference;
import org.parley.casefile.yaml.SourceText;

/// How far the reading of a case is. Safe for use by several threads.
public final class LoadProgress {

  /// What is being done, in order.
  public enum Stage {
    READING,
    CHECKING,
    OPENING
  }

  /// How far it is.
  ///
  /// @param files how many files have been read
  /// @param allFiles how many there are; 0 while that is not known
  /// @param characters how long those are that have been read
  /// @param allCharacters how long all are
  public record State(Stage stage, int files, int allFiles, long characters, long allCharacters) {}

  private final AtomicReference<State> state =
      new AtomicReference<>(new State(Stage.READING, 0, 0, 0, 0));

  public State state() {
    return state.get();
  }

  void begin(CaseFiles.Texts texts) {
    long all = texts.texts().stream().mapToLong(each -> each.text().length()).sum();
    state.set(new State(Stage.READING, 0, texts.texts().size(), 0, all));
  }

  void read(SourceText text) {
    state.updateAndGet(
        now ->
            new State(
                now.stage,
                now.files + 1,
                now.allFiles,
                now.characters + text.text().length(),
                now.allCharacters));
  }

  /// Goes on to a stage.
  public void become(Stage stage) {
    state.updateAndGet(
        now -> new State(stage, now.files, now.allFiles, now.characters, now.allCharacters));
  }
}
