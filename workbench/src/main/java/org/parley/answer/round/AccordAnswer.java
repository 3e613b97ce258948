package org.parley.answer.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.text.InstrumentId;
import org.parley.round.Accord;
import org.parley.round.AccordRecords;
import org.parley.wording.RoundWording;

/// An accord: a package that all parties of its round accepted ad referendum.
///
/// @param digest the SHA-256 digest of its text, which is its permanent name
/// @param basis the SHA-256 digest of package and rule
/// @param headline who accepted what, in a sentence
/// @param by who tabled the package, in words
/// @param applied the moment the rule applied
/// @param when the same in a sentence, with the cause
/// @param accepted the parties that accepted
/// @param provisions the terms, in words
/// @param proves what its text proves by itself
/// @param open what it does not prove
/// @param instrument the instrument on record; absent if it was read from a file
/// @param isPublic whether everyone may read it; absent likewise
/// @param text its text
public record AccordAnswer(
    String digest,
    String basis,
    String title,
    String headline,
    String version,
    String by,
    String round,
    String applied,
    String when,
    List<AcceptedBy> accepted,
    List<String> provisions,
    List<String> proves,
    List<String> open,
    @Nullable InstrumentId instrument,
    @Nullable Boolean isPublic,
    String text) {

  /// A party that accepted.
  public record AcceptedBy(PartyId party, String name) {}

  public AccordAnswer {
    accepted = List.copyOf(accepted);
    provisions = List.copyOf(provisions);
    proves = List.copyOf(proves);
    open = List.copyOf(open);
  }

  /// An accord on record.
  public static AccordAnswer of(AccordRecords records) {
    return of(
        records.accord(),
        records.instrument().id(),
        records.records().stream()
            .allMatch(each -> each.visibility() instanceof Visibility.Public));
  }

  /// An accord in a file.
  public static AccordAnswer of(Accord accord) {
    return of(accord, null, null);
  }

  private static AccordAnswer of(
      Accord accord, @Nullable InstrumentId instrument, @Nullable Boolean isPublic) {
    return new AccordAnswer(
        accord.digest(),
        accord.basis(),
        RoundWording.said(accord.title()),
        RoundWording.headline(accord),
        accord.version(),
        RoundWording.author(accord),
        RoundWording.said(accord.round()),
        accord.applied().toString(),
        RoundWording.when(accord),
        accord.accepted().stream()
            .map(each -> new AcceptedBy(each.party(), RoundWording.said(each.name())))
            .toList(),
        accord.provisions().stream().map(RoundWording::provision).toList(),
        RoundWording.proves(),
        RoundWording.open(),
        instrument,
        isPublic,
        accord.text());
  }
}
