package org.parley.wording;

import org.parley.model.Refusal;
import org.parley.model.checks.LooseWords;
import org.parley.model.checks.LooseWords.LooseWord;

/// Words of a case that nothing else in it matches, in one language.
public final class LooseWordWording {

  /// The code of them all.
  public static final String CODE = Refusal.codeOf(LooseWords.UnmatchedWord.class);

  private static final String KEY = Complaint.KEY + CODE;

  private final Messages messages;

  public LooseWordWording(Messages messages) {
    this.messages = messages;
  }

  /// In the current language.
  public static LooseWordWording current() {
    return new LooseWordWording(Messages.current());
  }

  /// The message, without the word.
  public String message(LooseWord word) {
    return messages.text(KEY, "sort", word.sort(), "asked", word.isAsked());
  }

  /// The advice.
  public String advice(LooseWord word) {
    return word.nearest()
        .map(each -> messages.text("complaint.meant", "meant", each))
        .orElseGet(() -> messages.text(KEY + Complaint.ADVICE));
  }

  /// Both, with the word and its record.
  public String sentence(LooseWord word) {
    return messages.text(
        "loose-word.sentence",
        "record",
        word.record(),
        "message",
        message(word),
        "word",
        word.word(),
        "advice",
        advice(word));
  }
}
