package org.parley.wording;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A language in which the product speaks.
public enum Language {
  ENGLISH("en", Locale.UK),
  FRENCH("fr", Locale.FRANCE);

  /// The language of the current request, bound at its entry.
  public static final ScopedValue<Language> CURRENT = ScopedValue.newInstance();

  private final String tag;
  private final Locale locale;

  Language(String tag, Locale locale) {
    this.tag = tag;
    this.locale = locale;
  }

  /// The current language; English by default.
  public static Language current() {
    return CURRENT.isBound() ? CURRENT.get() : ENGLISH;
  }

  /// The chosen language; empty if none was chosen.
  public static Optional<Language> chosen() {
    return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
  }

  /// Runs in English: for texts without translations, or results cached for the next caller.
  public static <T> T inEnglish(Supplier<T> make) {
    return ScopedValue.where(CURRENT, ENGLISH).call(make::get);
  }

  /// The BCP 47 tag: `en`.
  public String tag() {
    return tag;
  }

  /// Where numbers, dates and lists are written as in this language.
  public Locale locale() {
    return locale;
  }

  /// The endonym: "français".
  public String ownName() {
    return Locale.of(tag).getDisplayLanguage(locale);
  }

  /// Whether it is written from right to left.
  public boolean isRightToLeft() {
    return com.ibm.icu.util.ULocale.forLocale(locale).isRightToLeft();
  }

  /// The tags of all languages.
  public static List<String> tags() {
    return Arrays.stream(values()).map(Language::tag).toList();
  }

  /// The language with a tag, its region ignored: `fr-CA` is French.
  public static Optional<Language> find(String tag) {
    String primary = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
    return Arrays.stream(values()).filter(each -> each.tag.equals(primary)).findFirst();
  }

  /// Content negotiation: the preferred language of a browser.
  ///
  /// @param acceptLanguage the header, RFC 9110: `fr-CH, fr;q=0.9, en;q=0.8`; null for none
  /// @return the first supported one; empty if there is none, or the header is invalid
  public static Optional<Language> negotiate(@Nullable String acceptLanguage) {
    if (acceptLanguage == null || acceptLanguage.isBlank()) {
      return Optional.empty();
    }
    try {
      String tag = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), tags());
      return tag == null ? Optional.empty() : find(tag);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
