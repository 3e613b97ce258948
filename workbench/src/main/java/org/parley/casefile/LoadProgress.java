package org.parley.casefile;

import java.util.concurrent.atomic.AtomicReference;
import org.parley.casefile.yaml.SourceText;

/// The progress of loading a case. Thread-safe.
public final class LoadProgress {

  /// The stage, in order.
  public enum LoadStage {
    /// The entries of a journal.
    REPLAYING,
    READING,
    CHECKING,
    RECORDING,
    OPENING
  }

  /// The progress.
  ///
  /// @param files the files read
  /// @param allFiles all files; 0 if unknown
  /// @param characters the characters read
  /// @param allCharacters all characters
  /// @param done how much of this stage is done: files checked, entries read or written, or records
  ///   indexed
  /// @param all all of it; 0 if unknown
  public record State(
      LoadStage stage,
      int files,
      int allFiles,
      long characters,
      long allCharacters,
      int done,
      int all) {}

  private final AtomicReference<State> state =
      new AtomicReference<>(new State(LoadStage.READING, 0, 0, 0, 0, 0, 0));

  public State state() {
    return state.get();
  }

  void begin(CaseFiles.FolderTexts texts) {
    long all = texts.texts().stream().mapToLong(each -> each.text().length()).sum();
    state.set(new State(LoadStage.READING, 0, texts.texts().size(), 0, all, 0, 0));
  }

  void read(SourceText text) {
    state.updateAndGet(
        now ->
            new State(
                now.stage,
                now.files + 1,
                now.allFiles,
                now.characters + text.text().length(),
                now.allCharacters,
                0,
                0));
  }

  /// Enters a stage.
  public void become(LoadStage stage) {
    become(stage, 0);
  }

  /// The same.
  ///
  /// @param all the files or records of the stage; 0 if unknown
  public void become(LoadStage stage, int all) {
    state.updateAndGet(
        now ->
            new State(stage, now.files, now.allFiles, now.characters, now.allCharacters, 0, all));
  }

  /// More of the stage is done.
  public void add(int more) {
    state.updateAndGet(
        now ->
            new State(
                now.stage,
                now.files,
                now.allFiles,
                now.characters,
                now.allCharacters,
                now.done + more,
                now.all));
  }
}
