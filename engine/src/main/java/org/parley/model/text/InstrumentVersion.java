package org.parley.model.text;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.LocalizedText;
import org.parley.model.date.Edtf;
import org.parley.model.source.SourceId;

/// A version of a whole instrument. It replaces the one before.
///
/// @param version its name, unique within the instrument: `2016-08-24`
/// @param date the date of its text
/// @param known when it became known; default: `date`
/// @param title its title
/// @param text its words, line by line; default: not recorded
/// @param language the language of its words, a BCP 47 tag: `en`; default: not recorded
/// @param languages its words in further languages that are equally authentic
/// @param source its sources
public record InstrumentVersion(
    String version,
    Edtf date,
    @Nullable Edtf known,
    @Nullable LocalizedText title,
    @Nullable String text,
    @Nullable String language,
    List<AuthenticText> languages,
    List<SourceId> source) {

  public InstrumentVersion {
    languages = List.copyOf(languages);
    source = List.copyOf(source);
  }

  /// A version in one language that is not recorded.
  public InstrumentVersion(
      String version,
      Edtf date,
      @Nullable Edtf known,
      @Nullable LocalizedText title,
      @Nullable String text,
      List<SourceId> source) {
    this(version, date, known, title, text, null, List.of(), source);
  }

  /// The same with its title changed.
  public InstrumentVersion withNames(UnaryOperator<LocalizedText> names) {
    return title == null
        ? this
        : new InstrumentVersion(
            version, date, known, names.apply(title), text, language, languages, source);
  }

  /// `known`, or `date` by default.
  public Edtf knownOrDated() {
    return known != null ? known : date;
  }
}
