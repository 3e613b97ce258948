package org.parley.board.cell;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.board.word.Basis;
import org.parley.board.word.PreparedClaim;
import org.parley.board.word.PreparedClaims;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Subject;

/// The statements on one subject, for any day.
///
/// For each party in order of time, each with its voice: a speaker on one basis.
public final class SubjectClaims {

  /// The statements that apply to one party.
  static final class PartyClaims {

    /// In order of time.
    final List<PreparedClaim> words;

    /// By voice, its basis.
    final List<Basis> bases;

    private final int[] voices;

    /// The same by voice and reach; null if all are read.
    final @Nullable StatementRuns runs;

    private PartyClaims(
        List<PreparedClaim> words, int[] voices, List<Basis> bases, boolean hasRuns) {
      this.words = words;
      this.voices = voices;
      this.bases = bases;
      this.runs = hasRuns ? StatementRuns.of(words, voices) : null;
    }

    /// The voice of the `i`-th statement, which expresses a stance.
    int voiceOf(int i) {
      return voices[i];
    }
  }

  private final List<PartyClaims> byColumn;

  private SubjectClaims(List<PartyClaims> byColumn) {
    this.byColumn = byColumn;
  }

  PartyClaims forColumn(int column) {
    return byColumn.get(column);
  }

  /// Arranges the statements on one subject after another, for every column.
  public static final class Arranger {

    private final CaseView view;
    private final int width;
    private final int runsFrom;

    /// By basis and speaker: the number of the voice, and the round in which it was assigned.
    private final Map<Basis, int[]> numbers = new EnumMap<>(Basis.class);

    private final Map<Basis, int[]> givenIn = new EnumMap<>(Basis.class);
    private int round;

    /// @param runsFrom from how many statements on they are read by voice and reach
    public Arranger(PreparedClaims words, int runsFrom) {
      this.runsFrom = runsFrom;
      this.view = words.view;
      this.width = words.columns.size();
      for (Basis basis : Basis.values()) {
        numbers.put(basis, new int[words.speakers]);
        givenIn.put(basis, new int[words.speakers]);
      }
    }

    /// The statements on `subject`, given in order of time.
    public SubjectClaims arrange(Subject subject, List<PreparedClaim> words) {
      List<List<PreparedClaim>> claimsByColumn = new ArrayList<>();
      for (int column = 0; column < width; column++) {
        claimsByColumn.add(new ArrayList<>());
      }
      for (PreparedClaim word : words) {
        for (int column : word.reach.concerned) {
          if (isHeard(subject, word, column)) {
            claimsByColumn.get(column).add(word);
          }
        }
      }
      List<PartyClaims> byColumn = new ArrayList<>();
      for (int column = 0; column < width; column++) {
        byColumn.add(withVoices(List.copyOf(claimsByColumn.get(column)), column));
      }
      return new SubjectClaims(List.copyOf(byColumn));
    }

    private boolean isHeard(Subject subject, PreparedClaim word, int column) {
      if (word.stance != null) {
        return word.reach.roleFor(column) != Basis.NONE;
      }
      return word.reach.isOwnOf(column) && (word.isReceipt() || choosesFor(subject, word));
    }

    /// Whether it prefers or refuses an option that would settle this very subject.
    private boolean choosesFor(Subject subject, PreparedClaim word) {
      return ColumnReader.optionOf(word)
          .filter(option -> view.pointOf(option).id().equals(subject))
          .isPresent();
    }

    private PartyClaims withVoices(List<PreparedClaim> words, int column) {
      round++;
      int[] voices = new int[words.size()];
      List<Basis> bases = new ArrayList<>();
      for (int i = 0; i < voices.length; i++) {
        PreparedClaim word = words.get(i);
        voices[i] =
            word.stance == null ? -1 : voice(word.reach.roleFor(column), word.speaker, bases);
      }
      return new PartyClaims(words, voices, List.copyOf(bases), words.size() >= runsFrom);
    }

    private int voice(Basis basis, int speaker, List<Basis> bases) {
      int[] given = Objects.requireNonNull(givenIn.get(basis));
      int[] number = Objects.requireNonNull(numbers.get(basis));
      if (given[speaker] != round) {
        given[speaker] = round;
        number[speaker] = bases.size();
        bases.add(basis);
      }
      return number[speaker];
    }
  }
}
