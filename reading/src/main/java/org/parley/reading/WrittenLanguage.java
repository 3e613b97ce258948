package org.parley.reading;

/// The languages that [LanguageGuess] tells apart, and any other.
public enum WrittenLanguage {
  ENGLISH("en"),
  FRENCH("fr"),
  SPANISH("es"),
  GERMAN("de"),
  ITALIAN("it"),
  PORTUGUESE("pt"),
  DUTCH("nl"),
  UKRAINIAN("uk"),
  RUSSIAN("ru"),
  TURKISH("tr"),
  ARABIC("ar"),
  HEBREW("he"),
  CHINESE("zh"),
  KOREAN("ko"),
  JAPANESE("ja"),
  GREEK("el"),
  GEORGIAN("ka"),
  ARMENIAN("hy"),
  OTHER("und");

  private final String tag;

  WrittenLanguage(String tag) {
    this.tag = tag;
  }

  static WrittenLanguage of(String tag) {
    for (WrittenLanguage each : values()) {
      if (each.tag.equals(TextLanguage.primary(tag))) {
        return each;
      }
    }
    return OTHER;
  }
}
