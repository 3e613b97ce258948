package org.parley.wording;

import org.parley.model.checks.LooseWords.LooseWord;

/// Words of a case that nothing else in it matches, in one language.
public final class LooseWordWording {

  private final Messages messages;

  public LooseWordWording(Messages messages) {
    this.messages = messages;
  }

  /// In the language of what is being answered.
  public static LooseWordWording current() {
    return new LooseWordWording(Messages.current());
  }

  /// What is wrong, without the word.
  public String message(LooseWord word) {
    return messages.text("loose-word", "sort", word.sort(), "asked", word.isAsked());
  }

  /// What to do about it.
  public String advice(LooseWord word) {
    return messages.text(
        "loose-word.advice",
        "near",
        word.nearest().isPresent(),
        "nearest",
        word.nearest().orElse(""));
  }

  /// Both, with the word and the record it stands in.
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
