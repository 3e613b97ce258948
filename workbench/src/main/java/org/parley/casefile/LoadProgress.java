package org.parley.casefile;

import java.util.concurrent.atomic.AtomicReference;
import org.parley.casefile.yaml.SourceText;

/// The progress of loading a case. Thread-safe.
public final class LoadProgress {

  /// The stage, in order.
  public enum LoadStage {
    READING,
    CHECKING,
    OPENING
  }

  /// The progress.
  ///
  /// @param files the files read
  /// @param allFiles all files; 0 if unknown
  /// @param characters the characters read
  /// @param allCharacters all characters
  public record State(
      LoadStage stage, int files, int allFiles, long characters, long allCharacters) {}

  private final AtomicReference<State> state =
      new AtomicReference<>(new State(LoadStage.READING, 0, 0, 0, 0));

  public State state() {
    return state.get();
  }

  void begin(CaseFiles.FolderTexts texts) {
    long all = texts.texts().stream().mapToLong(each -> each.text().length()).sum();
    state.set(new State(LoadStage.READING, 0, texts.texts().size(), 0, all));
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

  /// Enters a stage.
  public void become(LoadStage stage) {
    state.updateAndGet(
        now -> new State(stage, now.files, now.allFiles, now.characters, now.allCharacters));
  }
}
