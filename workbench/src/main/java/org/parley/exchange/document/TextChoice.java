package org.parley.exchange.document;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.document.InstrumentTexts;
import org.parley.document.InstrumentTexts.AvailableText;
import org.parley.exchange.document.NoSuchTextException.Missing;
import org.parley.model.cases.CaseView;
import org.parley.model.text.Instrument;

/// Which text is asked for.
///
/// @param instrument the id of its instrument; null for the first one that has a text
/// @param version the name of the version; null for the latest
/// @param against the name of the version to compare with; null for none
/// @param language the language; null for the first of the version
public record TextChoice(
    @Nullable String instrument,
    @Nullable String version,
    @Nullable String against,
    @Nullable String language) {

  /// The instruments of a view that have a text.
  public static List<Instrument> instruments(CaseView view) {
    return view.instruments().stream()
        .filter(each -> !InstrumentTexts.of(view, each).list().isEmpty())
        .toList();
  }

  /// The text in a view.
  ///
  /// @param asOf the last day on record
  /// @throws NoSuchTextException if there is none
  public WrittenText in(CaseView view, LocalDate asOf) {
    Instrument of = chosen(view);
    InstrumentTexts texts = InstrumentTexts.of(view, of);
    AvailableText shown = version == null ? texts.list().getLast() : version(texts, version);
    AvailableText before = against == null ? null : version(texts, against);
    if (language != null && !shown.languages().contains(language)) {
      throw new NoSuchTextException(Missing.LANGUAGE, language, shown.languages());
    }
    return new WrittenText(
        view,
        of,
        shown,
        before,
        texts.read(shown, language),
        before == null ? null : texts.read(before, sameLanguage(before)),
        asOf);
  }

  /// An earlier version may lack the language, and is then compared in its first.
  private @Nullable String sameLanguage(AvailableText before) {
    return language != null && before.languages().contains(language) ? language : null;
  }

  private Instrument chosen(CaseView view) {
    List<Instrument> known = instruments(view);
    for (Instrument each : known) {
      if (instrument == null || each.id().value().equals(instrument)) {
        return each;
      }
    }
    throw new NoSuchTextException(
        Missing.INSTRUMENT,
        instrument == null ? "" : instrument,
        known.stream().map(each -> each.id().value()).toList());
  }

  private static AvailableText version(InstrumentTexts texts, String name) {
    return texts
        .find(name)
        .orElseThrow(
            () ->
                new NoSuchTextException(
                    Missing.VERSION,
                    name,
                    texts.list().stream().map(AvailableText::version).toList()));
  }
}
