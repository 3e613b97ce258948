package org.parley.reading.rules.clause;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.reading.TextSpan;
import org.parley.reading.language.Sentence;

/// A clause of a sentence.
///
/// @param head its verb, or the substitute of one
/// @param borrowed the tokens of the subject that it shares with another clause
/// @param tokens its own tokens, from left to right
/// @param attribution the verb of a nested attribution, or -1
public record TextClause(
    Sentence sentence, int head, List<Integer> borrowed, List<Integer> tokens, int attribution) {

  public TextClause {
    borrowed = List.copyOf(borrowed);
    tokens = List.copyOf(tokens);
  }

  /// Its tokens as a sentence, the shared subject first.
  public Sentence whole() {
    List<Integer> all = new ArrayList<>(borrowed);
    all.addAll(tokens);
    return sentence.part(all);
  }

  /// The same without relative clauses; null if there are none.
  public @Nullable Sentence lean() {
    List<Integer> all = new ArrayList<>(borrowed);
    for (int each : tokens) {
      if (!isAside(each)) {
        all.add(each);
      }
    }
    return all.size() == borrowed.size() + tokens.size() || all.isEmpty()
        ? null
        : sentence.part(all);
  }

  private boolean isAside(int token) {
    int at = token;
    for (int steps = 0; at >= 0 && at != head && steps < sentence.size(); steps++) {
      boolean isOfNoun =
          (sentence.tree().isLabelled(at, "relcl") && !isWhatItIs(sentence.tree().head(at)))
              || (sentence.tree().isLabelled(at, "acl")
                  && sentence.tree().isVerb(at)
                  && sentence.tree().child(at, "mark") < 0);
      if (isOfNoun) {
        return true;
      }
      at = sentence.tree().head(at);
    }
    return false;
  }

  /// "Is something they cannot accept": a noun that only introduces its clause.
  private boolean isWhatItIs(int noun) {
    return noun >= 0 && sentence.tree().isLabelled(noun, "attr");
  }

  /// Where its own tokens stand.
  public TextSpan span() {
    return sentence.span(tokens.getFirst(), tokens.getLast() + 1);
  }
}
