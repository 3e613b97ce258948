package org.parley.reading;

/// A text is in a language that the reader does not understand.
public final class ForeignTextException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final WrittenLanguage language;

  ForeignTextException(WrittenLanguage language, String tag) {
    super("the text is in the language " + tag + ", which this reader does not read");
    this.language = language;
  }

  public WrittenLanguage language() {
    return language;
  }
}
