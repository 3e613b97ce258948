package org.parley.reading;

import java.util.Locale;
import java.util.Optional;

/// The language in which a text is read: as its words tell, else as declared.
///
/// @param tag a BCP 47 tag
/// @param isDetected whether the words of the text tell it
public record TextLanguage(String tag, boolean isDetected) {

  /// Cost: that of [LanguageGuess].
  ///
  /// @param declared the language that the page, file or person names
  public static TextLanguage of(String text, String declared) {
    Optional<String> found = LanguageGuess.of(text);
    boolean isOther = found.isPresent() && !found.get().equals(primary(declared));
    return new TextLanguage(isOther ? found.get() : declared, found.isPresent());
  }

  /// The language without its region: `en` of `en-GB`.
  public static String primary(String tag) {
    return tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
  }

  /// The language by name.
  public WrittenLanguage written() {
    return WrittenLanguage.of(tag);
  }
}
