package org.parley.board;

import java.util.ArrayList;
import java.util.List;
import org.parley.model.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Subject;

/// What is heard on one subject, whatever the day: for each party the words that bear on it, in
/// order of time, each with its voice, which is a speaker on one basis.
final class Hearing {

  /// The words heard for one party.
  ///
  /// @param words the words, in order of time
  /// @param voices for each word, the number of its voice; what expresses no stance has none, -1
  /// @param bases for each voice, the basis on which it speaks for the party
  record Heard(List<Word> words, int[] voices, List<Basis> bases) {}

  private final List<Heard> byColumn;

  private Hearing(List<Heard> byColumn) {
    this.byColumn = byColumn;
  }

  Heard forColumn(int column) {
    return byColumn.get(column);
  }

  /// Arranges the words that bear on one subject after another, for every column.
  static final class Arranger {

    private final CaseView view;
    private final int width;

    /// By basis and speaker: the number of the voice, if it was given in this round.
    private final int[] numbers;

    private final int[] givenIn;
    private int round;

    Arranger(Words words) {
      this.view = words.view;
      this.width = words.columns.size();
      this.numbers = new int[words.speakers * Basis.values().length];
      this.givenIn = new int[numbers.length];
    }

    /// The hearing on `subject` of the words that bear on it, in order of time.
    Hearing arrange(Subject subject, List<Word> words) {
      List<List<Word>> heard = new ArrayList<>();
      for (int column = 0; column < width; column++) {
        heard.add(new ArrayList<>());
      }
      for (Word word : words) {
        for (int column : word.reach.concerned) {
          if (isHeard(subject, word, column)) {
            heard.get(column).add(word);
          }
        }
      }
      List<Heard> byColumn = new ArrayList<>();
      for (int column = 0; column < width; column++) {
        byColumn.add(withVoices(List.copyOf(heard.get(column)), column));
      }
      return new Hearing(List.copyOf(byColumn));
    }

    private boolean isHeard(Subject subject, Word word, int column) {
      if (word.stance != null) {
        return word.reach.roleFor(column) != Basis.NONE;
      }
      return word.reach.speaker == column && (word.isReceipt() || prefersFor(subject, word));
    }

    /// Whether it prefers an option that would settle this very subject.
    private boolean prefersFor(Subject subject, Word word) {
      return word.claim.asserts() instanceof Assertion.Prefers(var option)
          && view.pointOf(option).id().equals(subject);
    }

    private Heard withVoices(List<Word> words, int column) {
      round++;
      int[] voices = new int[words.size()];
      List<Basis> bases = new ArrayList<>();
      for (int i = 0; i < voices.length; i++) {
        Word word = words.get(i);
        voices[i] =
            word.stance == null ? -1 : voice(word.reach.roleFor(column), word.speaker, bases);
      }
      return new Heard(words, voices, List.copyOf(bases));
    }

    private int voice(Basis basis, int speaker, List<Basis> bases) {
      int at = speaker * Basis.values().length + basis.ordinal();
      if (givenIn[at] != round) {
        givenIn[at] = round;
        numbers[at] = bases.size();
        bases.add(basis);
      }
      return numbers[at];
    }
  }
}
