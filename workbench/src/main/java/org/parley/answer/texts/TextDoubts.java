package org.parley.answer.texts;

import java.util.ArrayList;
import java.util.List;
import org.parley.clause.TextChecks;
import org.parley.exchange.document.WrittenText;
import org.parley.wording.ConsequenceWording;

/// Doubts about a whole text: references without a target, terms without a definition, and
/// differences between its languages.
///
/// @param doubts the doubts
public record TextDoubts(List<ElementDoubt> doubts) {

  /// A doubt.
  ///
  /// @param element the id of the element
  /// @param says it in a sentence
  public record ElementDoubt(String element, String says) {}

  public TextDoubts {
    doubts = List.copyOf(doubts);
  }

  /// The doubts about a text.
  public static TextDoubts of(WrittenText text) {
    TextChecks checks = text.checks();
    ConsequenceWording words = ConsequenceWording.current(text.view());
    List<ElementDoubt> doubts = new ArrayList<>();
    checks
        .dangling()
        .forEach(each -> doubts.add(new ElementDoubt(each.element().id(), words.dangling(each))));
    checks
        .undefined()
        .forEach(each -> doubts.add(new ElementDoubt(each.element().id(), words.undefined(each))));
    checks
        .languages()
        .forEach(each -> doubts.add(new ElementDoubt(each.element().id(), words.differ(each))));
    return new TextDoubts(doubts);
  }
}
